using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>An instance, database or cluster entered a state.</summary>
/// <param name="Why">In words, where the local AWS knows; null: the function's decision tells.</param>
internal readonly record struct StateChange(Instant At, PowerState State, PowerCause Cause, string? Why);
