using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.EndToEnd.Tests.Fortnight;

/// <summary>The maintenance windows of the fortnight, read a second time: the scheduler's own reading is what is being checked.</summary>
internal static class FortnightWindows
{
    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly Duration Lead = Duration.FromMinutes(15);

    // Systems Manager's, on the clock of Shanghai. Instances are to be up a tick ahead.
    private static readonly Dictionary<string, (int Day, LocalTime Begin, Duration Length)> Named = new(StringComparer.Ordinal)
    {
        ["saturday-patches"] = (5, new LocalTime(2, 0), Duration.FromHours(3)),
        ["sunday-patches"] = (6, new LocalTime(23, 30), Duration.FromHours(2)),
    };

    /// <summary>Whether an instance should be up for a window of Systems Manager.</summary>
    /// <param name="name">The window.</param>
    /// <param name="now">When.</param>
    /// <param name="start">Of windows that began before the first tick nobody can know.</param>
    public static bool IsOpen(string name, Instant now, Instant start)
    {
        var (day, begin, length) = Named[name];
        var since = Duration.FromMinutes(Modulo(MinuteOfWeek((now + Lead).InZone(Sample.Zone).LocalDateTime) - MinuteOf(day, begin)));
        return since < Lead + length && now + Lead - since >= start;
    }

    /// <summary>Whether a database's own window is open: <c>sat:23:30-sun:00:30</c> in UTC.</summary>
    public static bool IsOpenWeekly(string window, Instant now)
    {
        var ends = window.Split('-').Select(end => MinuteOf(Array.IndexOf(Week, end[..3]), new LocalTime(Number(end[4..6]), Number(end[7..9])))).ToArray();
        return Modulo(MinuteOfWeek(now.InUtc().LocalDateTime) - ends[0]) < Modulo(ends[1] - ends[0]);
    }

    private static int MinuteOf(int day, LocalTime time) => (day * 24 * 60) + (time.Hour * 60) + time.Minute;

    private static int MinuteOfWeek(LocalDateTime local) => MinuteOf((int)local.DayOfWeek - 1, local.TimeOfDay);

    private static int Modulo(int minutes) => (minutes + (7 * 24 * 60)) % (7 * 24 * 60);

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
