using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Previews;
using NodaTime;

namespace InstanceScheduler.Core.Explaining;

/// <summary>What the scheduler will do next to an instance, if nobody does anything to it before.</summary>
/// <param name="At">From when on; the first run at or after it acts, if <see cref="Run"/> says nothing else.</param>
/// <param name="Decision">What it will do, and by which rule.</param>
/// <param name="Entry">What is wanted then, and why.</param>
public sealed record NextAction(Instant At, Decision Decision, PreviewEntry Entry)
{
    /// <summary>Which run acts.</summary>
    public ActingRun Run { get; init; }

    /// <summary>Transition before which the instance has to arrive, or it is decided anew; null: none comes as soon as that.</summary>
    public Instant? Until { get; init; }

    /// <summary>The override that ends then; null: none does.</summary>
    public TimedOverride? Ended { get; init; }

    /// <summary>The maintenance window that ends then; null: none does.</summary>
    public string? EndedWindow { get; init; }
}
