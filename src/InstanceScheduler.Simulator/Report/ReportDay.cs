using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>One local day, or the part of it that was played.</summary>
internal sealed record ReportDay(LocalDate Date, Instant From, Instant To)
{
    public bool IsWeekend => Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
