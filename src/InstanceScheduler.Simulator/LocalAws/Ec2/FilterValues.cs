using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>The values of a filter: <c>*</c> and <c>?</c> are wildcards, a backslash takes the next character as it is.</summary>
internal sealed class FilterValues(IReadOnlyList<string> values)
{
    private readonly Func<string, bool>[] _patterns = [.. values.Select(Pattern)];

    /// <summary>Whether any of the values matches.</summary>
    public bool Match(string text) => Array.Exists(_patterns, matches => matches(text));

    public static bool HasWildcard(string value) => value.AsSpan().IndexOfAny('*', '?', '\\') >= 0;

    private static Func<string, bool> Pattern(string value)
    {
        if (!HasWildcard(value))
        {
            return text => text == value;
        }

        var expression = Regex.Replace(value, @"\\(?<literal>.)|[\s\S]", Translate, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var regex = new Regex($"^{expression}$", RegexOptions.Singleline | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        return regex.IsMatch;
    }

    private static string Translate(Match part) => part.Value switch
    {
        "*" => ".*",
        "?" => ".",
        _ => Regex.Escape(part.Groups["literal"] is { Success: true } literal ? literal.Value : part.Value),
    };
}
