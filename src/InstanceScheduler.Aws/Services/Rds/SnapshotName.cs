using System.Text;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>The name of the snapshot that a stop takes: <c>&lt;stack&gt;-stopped-&lt;id&gt;</c>.</summary>
/// <remarks>
/// RDS wants letters, digits and single hyphens, a letter first, no hyphen last, 255 at most, and makes all of it lower-case. A
/// stack's name is fitted to that: blanks go, anything else becomes a hyphen, several hyphens become one, and a name that
/// begins with a digit gets <c>stack-</c> before it. Without any name left it is <c>stopped-&lt;id&gt;</c>.
/// </remarks>
internal static class SnapshotName
{
    private const int Longest = 255;
    private const string Middle = "stopped-";

    public static string Of(string stackName, string id)
    {
        var end = Middle + id.ToLowerInvariant();
        var stack = Fit(stackName);
        var room = Longest - end.Length - 1;
        if (stack.Length > room)
            stack = stack[..room].TrimEnd('-');
        return stack.Length == 0 ? end : $"{stack}-{end}";
    }

    private static string Fit(string stackName)
    {
        var fitted = new StringBuilder();
        foreach (var letter in stackName)
            if (char.IsAsciiLetterOrDigit(letter))
                fitted.Append(char.ToLowerInvariant(letter));
            else if (!char.IsWhiteSpace(letter) && fitted.Length > 0 && fitted[^1] != '-')
                fitted.Append('-');
        var name = fitted.ToString().TrimEnd('-');
        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? $"stack-{name}" : name;
    }
}
