using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What is right for an instance at an instant.</summary>
/// <param name="Outcome">What its schedule wants.</param>
/// <param name="Desired">What that means for the instance.</param>
/// <param name="Decision">What follows.</param>
internal readonly record struct Judgement(ScheduleOutcome Outcome, DesiredState Desired, Decision Decision)
{
    /// <summary>The reason, for logs and answers.</summary>
    public string Explain(string schedule) => $"{Outcome.Explain(schedule)}; {Decision.Explain()}";
}
