using System.Globalization;
using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Lengths of time as people write them: <c>90m</c>, <c>8h</c>, <c>7d</c>. A day is 24 hours, whatever clocks do.</summary>
public static class DurationText
{
    /// <summary>How it should be written, for errors.</summary>
    public const string Examples = "90m, 8h or 7d";

    /// <summary>The longest that can be written.</summary>
    public static readonly Duration Longest = Duration.FromDays(366);

    // As many minutes as the longest has: no number above it is within bounds in any unit.
    private const int LargestNumber = 366 * 24 * 60;

    /// <summary>Reads a length; null when the text is none, is zero, or longer than <see cref="Longest"/>.</summary>
    public static Duration? TryParse(string text)
    {
        var written = text.AsSpan().Trim();
        if (written.IsEmpty || !int.TryParse(written[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > LargestNumber)
            return null;
        Duration? unit = char.ToLowerInvariant(written[^1]) switch
        {
            'm' => Duration.FromMinutes(1),
            'h' => Duration.FromHours(1),
            'd' => Duration.FromDays(1),
            _ => null,
        };
        return unit * number is { } length && length > Duration.Zero && length <= Longest ? length : null;
    }

    /// <summary>The length as it can be read again, in the largest unit that it is a multiple of; seconds are left out.</summary>
    public static string Format(Duration length)
    {
        var minutes = (long)length.TotalMinutes;
        return minutes % (24 * 60) == 0 ? $"{minutes / (24 * 60)}d"
            : minutes % 60 == 0 ? $"{minutes / 60}h"
            : $"{minutes}m";
    }

    /// <summary>What is left of a length, in its two largest units: <c>2d 3h</c>, <c>3h 12m</c>, <c>12m</c>; less than a minute is <c>0m</c>.</summary>
    public static string Left(Duration length)
    {
        var (days, hours, minutes) = (length.Days, length.Hours, length.Minutes);
        return days > 0 ? $"{days}d {hours}h" : hours > 0 ? $"{hours}h {minutes}m" : $"{minutes}m";
    }
}
