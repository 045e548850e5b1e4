using System.Globalization;
using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>What the instances of a map did on one local day.</summary>
/// <param name="Day">The day, or the part of it that was played.</param>
/// <param name="On">On, starting or stopping, of all instances together.</param>
/// <param name="Share">Of the time that all of them could have been on; from 0 to 1.</param>
/// <param name="Marks">What their calendars say of the day.</param>
internal sealed record YearDay(ReportDay Day, Duration On, double Share, DayMarks Marks)
{
    public const int Levels = 12;

    /// <summary>0 for nothing on at all; else 1 to 12 by the share, rounded so that the minute of a stop is no shade darker.</summary>
    public int Level => On == Duration.Zero ? 0 : Math.Max(1, (int)Math.Ceiling(Math.Round(Share * Levels, 1)));

    /// <summary>For instance <c>2026-02-17 Tue</c>.</summary>
    public string Name => Day.Date.ToString("uuuu-MM-dd ddd", CultureInfo.InvariantCulture);
}
