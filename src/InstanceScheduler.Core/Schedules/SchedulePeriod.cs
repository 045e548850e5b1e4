using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Core.Schedules;

/// <summary>A period as a schedule uses it: <c>name</c> or <c>name@instancetype</c>.</summary>
/// <param name="Period">The period.</param>
/// <param name="InstanceType">Type an EC2 instance should have while the period runs; null: any.</param>
public sealed record SchedulePeriod(Period Period, string? InstanceType = null);
