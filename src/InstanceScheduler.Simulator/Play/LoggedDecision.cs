using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>A decision about an instance that did or changed something.</summary>
internal sealed record LoggedDecision(Instant Instant, string Action, string Reason);
