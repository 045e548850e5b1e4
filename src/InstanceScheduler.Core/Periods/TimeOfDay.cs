using NodaTime;

namespace InstanceScheduler.Core.Periods;

/// <summary>A wall-clock time in whole minutes, from 00:00 to 24:00 (the end of the day, which only an end time can be).</summary>
/// <param name="Minutes">Minutes since midnight on the wall clock, 0 to 1440.</param>
public readonly record struct TimeOfDay(int Minutes) : IComparable<TimeOfDay>
{
    private const int MinutesPerHour = 60;

    /// <summary>24:00, the end of the day.</summary>
    public static readonly TimeOfDay EndOfDay = new(24 * MinutesPerHour);

    /// <summary>The time as a clock shows it; 24:00 is the next day's midnight.</summary>
    public LocalTime ClockTime => LocalTime.FromMinutesSinceMidnight(Minutes % EndOfDay.Minutes);

    /// <summary>Reads <c>H:MM</c> or <c>HH:MM</c>; one-digit minutes are read too, as v1.x does (<c>9:5</c> is 09:05).</summary>
    /// <returns>Null when the text is anything else; <c>24:00</c> is read only where <paramref name="mayBeEndOfDay"/>.</returns>
    public static TimeOfDay? TryParse(string text, bool mayBeEndOfDay)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || Digits(text.AsSpan(0, colon)) is not { } hours || Digits(text.AsSpan(colon + 1)) is not { } minutes)
            return null;
        var time = new TimeOfDay(hours * MinutesPerHour + minutes);
        if (minutes >= MinutesPerHour || time > EndOfDay)
            return null;
        return time != EndOfDay || mayBeEndOfDay ? time : null;
    }

    /// <inheritdoc/>
    public int CompareTo(TimeOfDay other) => Minutes.CompareTo(other.Minutes);

    /// <summary>Whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(TimeOfDay left, TimeOfDay right) => left.Minutes < right.Minutes;

    /// <summary>Whether <paramref name="left"/> is later.</summary>
    public static bool operator >(TimeOfDay left, TimeOfDay right) => left.Minutes > right.Minutes;

    /// <summary>Whether <paramref name="left"/> is earlier or the same.</summary>
    public static bool operator <=(TimeOfDay left, TimeOfDay right) => left.Minutes <= right.Minutes;

    /// <summary>Whether <paramref name="left"/> is later or the same.</summary>
    public static bool operator >=(TimeOfDay left, TimeOfDay right) => left.Minutes >= right.Minutes;

    /// <summary>The time as <c>HH:MM</c>.</summary>
    public override string ToString() => $"{Minutes / MinutesPerHour:00}:{Minutes % MinutesPerHour:00}";

    private static int? Digits(ReadOnlySpan<char> text) =>
        text.Length is 1 or 2 && !text.ContainsAnyExceptInRange('0', '9') ? int.Parse(text) : null;
}
