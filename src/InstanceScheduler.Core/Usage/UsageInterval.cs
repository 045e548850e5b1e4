using NodaTime;

namespace InstanceScheduler.Core.Usage;

/// <summary>A stretch of one local date in which a schedule keeps instances running.</summary>
/// <param name="Period">Name of the period that began it, or <c>override_status</c>.</param>
/// <param name="Begin">First instant, included.</param>
/// <param name="End">Last instant, excluded; at the latest the end of the date.</param>
public readonly record struct UsageInterval(string Period, ZonedDateTime Begin, ZonedDateTime End)
{
    private const long SecondsPerHour = 3600;
    private const long LeastSeconds = 60;

    /// <summary>Elapsed seconds, at least 60 (AWS bills a minute at the least).</summary>
    public long BillingSeconds => Math.Max(ElapsedSeconds, LeastSeconds);

    /// <summary>Started hours.</summary>
    public long BillingHours => (ElapsedSeconds - 1) / SecondsPerHour + 1;

    private long ElapsedSeconds => (long)(End.ToInstant() - Begin.ToInstant()).TotalSeconds;
}
