using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Ids that people choose: a letter, then letters, digits and single hyphens, none of them last.</summary>
internal static partial class RdsIdentifier
{
    public const int LongestDatabase = 63;
    public const int LongestSnapshot = 255;

    public static bool IsWellFormed(string id, int longest) => id.Length <= longest && WellFormed().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WellFormed();
}
