using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>From an instant on, another reason holds for the state that an instance is in.</summary>
/// <param name="From">When the decision was made.</param>
/// <param name="Reason">In the words of the decision.</param>
internal sealed record ReasonChange(Instant From, string Reason);
