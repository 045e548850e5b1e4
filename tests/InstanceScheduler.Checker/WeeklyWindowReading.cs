using NodaTime;

namespace InstanceScheduler.Checker;

/// <summary>A database's own maintenance window, <c>sat:23:30-sun:00:30</c> in UTC, read a second time.</summary>
public static class WeeklyWindowReading
{
    private const int MinutesOfWeek = 7 * 24 * 60;

    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Whether the window is open: from its begin until before its end.</summary>
    public static bool IsOpen(string window, Instant now)
    {
        var ends = window.Split('-').Select(MinuteOf).ToArray();
        var local = now.InUtc().LocalDateTime;
        var minute = (((int)local.DayOfWeek - 1) * 24 * 60) + (local.Hour * 60) + local.Minute;
        return Modulo(minute - ends[0]) < Modulo(ends[1] - ends[0]);
    }

    private static int MinuteOf(string end) =>
        (Array.IndexOf(Week, end[..3]) * 24 * 60) + (Number(end[4..6]) * 60) + Number(end[7..9]);

    private static int Modulo(int minutes) => (minutes + MinutesOfWeek) % MinutesOfWeek;

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
