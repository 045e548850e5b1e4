using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>How a run works, beside its configuration.</summary>
/// <param name="StackName">Name of the stack, for tags, notices and metrics; may be empty.</param>
/// <param name="Frequency">Time between two ticks.</param>
/// <param name="IsDryRun">Whether everything is decided and reported, and nothing done or stored.</param>
/// <param name="TagsInformation">Whether instances are tagged with the last action and the last problem.</param>
internal sealed record RunOptions(string StackName, Duration Frequency, bool IsDryRun, bool TagsInformation);
