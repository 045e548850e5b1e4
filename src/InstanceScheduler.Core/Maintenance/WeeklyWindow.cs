using System.Collections.Immutable;
using InstanceScheduler.Core.Periods;
using NodaTime;

namespace InstanceScheduler.Core.Maintenance;

/// <summary>A time of every week in UTC, in which RDS may change a database: its preferred maintenance window.</summary>
/// <remarks>Of any length below a week; it may run over midnight and over the end of the week.</remarks>
public sealed record WeeklyWindow
{
    private static readonly ImmutableArray<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly int _begin;
    private readonly int _end;

    private WeeklyWindow(string text, int begin, int end)
    {
        Text = text;
        _begin = begin;
        _end = end;
    }

    /// <summary>The window as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads <c>ddd:hh:mm-ddd:hh:mm</c>, such as <c>sun:23:45-mon:00:15</c>; days in any case.</summary>
    /// <exception cref="MaintenanceWindowFormatException">It cannot be read, or ends when it begins.</exception>
    public static WeeklyWindow Parse(string text)
    {
        var written = text.Trim();
        if (written.Split('-') is not [var begin, var end])
            throw new MaintenanceWindowFormatException(text, written, "is not a time of the week; write ddd:hh:mm-ddd:hh:mm, such as sun:23:45-mon:00:15");
        var window = new WeeklyWindow(written, MinuteOfWeek(text, begin), MinuteOfWeek(text, end));
        return window._begin != window._end
            ? window
            : throw new MaintenanceWindowFormatException(text, begin, "is its begin and its end; let it last 30 minutes or more");
    }

    /// <summary>Whether the window is open at an instant: from its begin (included) to its end (excluded).</summary>
    public bool IsOpenAt(Instant instant)
    {
        var utc = instant.InUtc();
        var minute = MinuteOfWeek((int)utc.DayOfWeek - 1, utc.Hour * 60 + utc.Minute);
        return _begin < _end
            ? _begin <= minute && minute < _end
            : _begin <= minute || minute < _end;
    }

    /// <summary>Its begins and ends in the weeks that a stretch of time touches; some may lie just outside it.</summary>
    /// <param name="from">Begin of the stretch.</param>
    /// <param name="to">End of the stretch.</param>
    public IEnumerable<Instant> EdgesBetween(Instant from, Instant to)
    {
        for (var week = DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(from.InUtc().Date).AtMidnight().InUtc().ToInstant(); week < to; week += Duration.FromDays(7))
        {
            yield return week + Duration.FromMinutes(_begin);
            yield return week + Duration.FromMinutes(_end);
        }
    }

    /// <summary>The window as it was written.</summary>
    public override string ToString() => Text;

    private static int MinuteOfWeek(string text, string boundary)
    {
        var colon = boundary.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new MaintenanceWindowFormatException(text, boundary, "is not a day with a time; write ddd:hh:mm, such as sun:23:45");
        var (name, time) = (boundary[..colon], boundary[(colon + 1)..]);
        var day = Days.IndexOf(name, StringComparer.OrdinalIgnoreCase);
        if (day < 0)
            throw new MaintenanceWindowFormatException(text, name, "is not a day; write mon, tue, wed, thu, fri, sat or sun");
        return TimeOfDay.TryParse(time, mayBeEndOfDay: false) is { } found
            ? MinuteOfWeek(day, found.Minutes)
            : throw new MaintenanceWindowFormatException(text, time, "is not a time; write hh:mm, from 00:00 to 23:59");
    }

    private static int MinuteOfWeek(int day, int minuteOfDay) => day * TimeOfDay.EndOfDay.Minutes + minuteOfDay;
}
