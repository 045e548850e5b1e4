using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Times of day and zones as the table has them, read plainly.</summary>
public static partial class Clock
{
    public const int MinutesPerDay = 24 * 60;

    /// <summary>Minutes since midnight, 24:00 only as an end; null: not a time.</summary>
    public static int? Minutes(string text, bool isEnd) =>
        Pattern().Match(text) is { Success: true } match
        && Number(match, "h") * 60 + Number(match, "m") is var minutes && Number(match, "m") < 60
        && (minutes < MinutesPerDay || (isEnd && minutes == MinutesPerDay))
            ? minutes
            : null;

    /// <summary>What v1.3 does with a time that it cannot read: nothing at all.</summary>
    public static bool IsIgnoredByV13(string? text) => !string.IsNullOrEmpty(text) && Minutes(text, isEnd: false) is null;

    public static DateTimeZone? Zone(string name) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } id
            ? DateTimeZoneProviders.Tzdb[id]
            : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<h>[0-9]{1,2}):(?<m>[0-9]{1,2})$")]
    private static partial Regex Pattern();
}
