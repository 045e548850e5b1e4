using InstanceScheduler.Core.Decisions;
using NodaTime;

namespace InstanceScheduler.Core.Explaining;

/// <summary>What the scheduler has asked AWS for, and not seen yet.</summary>
/// <param name="Action">What it asked for.</param>
/// <param name="At">Instant of the run that asked.</param>
public readonly record struct PendingWish(ScheduledAction Action, Instant At);
