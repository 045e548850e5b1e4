using NodaTime;

namespace InstanceScheduler.Core.Schedules;

/// <summary>What a schedule wants from an instant on.</summary>
/// <param name="At">First instant of it, included.</param>
/// <param name="Outcome">What it wants, and why.</param>
public readonly record struct ScheduleTransition(Instant At, ScheduleOutcome Outcome);
