using System.Collections.Immutable;
using InstanceScheduler.Core.Decisions;
using NodaTime;

namespace InstanceScheduler.Core.Explaining;

/// <summary>An instance and what is remembered of it, as far as coming decisions depend on them.</summary>
/// <param name="Running">Whether it runs.</param>
/// <param name="InstanceType">Its type.</param>
/// <param name="Stored">Its entry.</param>
public sealed record Standing(bool Running, string InstanceType, StoredState Stored)
{
    /// <summary>Whether its service can change the type.</summary>
    public bool AllowResize { get; init; }

    /// <summary>Whether a person stopped it.</summary>
    public bool StoppedByPerson { get; init; }

    /// <summary>When it was last started; null: AWS does not say, or it does not run.</summary>
    public Instant? Launch { get; init; }

    /// <summary>Types that stand in for another when AWS has no capacity.</summary>
    public ImmutableArray<string> PreferredTypes { get; init; } = [];

    /// <summary>How it is when a decision has been carried out; a change of type is taken for done.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="type">Type that it is started with after a change of type.</param>
    /// <param name="at">When.</param>
    public Standing After(Decision decision, string? type, Instant at) => decision.Action switch
    {
        ScheduledAction.Start => this with { Running = true, InstanceType = decision.ResizeTo ?? InstanceType, Stored = decision.NextStored, Launch = at, StoppedByPerson = false },
        ScheduledAction.Stop => this with { Running = false, Stored = decision.NextStored, Launch = null, StoppedByPerson = false },
        ScheduledAction.StopForResize => this with { Running = true, InstanceType = type ?? InstanceType, Stored = StoredState.Running, Launch = at },
        _ => this with { Stored = decision.NextStored },
    };
}
