using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Explaining;

/// <summary>An instance that a schedule manages.</summary>
/// <param name="Instance">Its id.</param>
/// <param name="State">How it is.</param>
/// <param name="InstanceType">Its type.</param>
/// <param name="Schedule">Its schedule; times are told on its clock.</param>
/// <param name="Outcome">What is wanted now, and why.</param>
public sealed record ManagedStory(string Instance, ActualState State, string InstanceType, Schedule Schedule, ScheduleOutcome Outcome) : Story(Instance)
{
    /// <summary>The override that decides now; null: none does.</summary>
    public TimedOverride? Held { get; init; }

    /// <summary>What that means for it: where it has to stop first to get another type.</summary>
    public DesiredState Desired { get; init; }

    /// <summary>What the next run does; null while it starts or stops: it is left alone then.</summary>
    public Decision? Decision { get; init; }

    /// <summary>What is still awaited of an earlier run; null: nothing.</summary>
    public PendingWish? Pending { get; init; }

    /// <summary>What comes after that; null: nothing within <see cref="Projection.Horizon"/>.</summary>
    public NextAction? Next { get; init; }

    /// <summary>Whether it was a person who stopped it, as far as AWS tells.</summary>
    public bool IsStoppedByPerson { get; init; } = true;

    /// <summary>Whether everything is decided, and nothing done.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Why AWS cannot start or stop it until a person mends it, in words; null: it can.</summary>
    public string? Trouble { get; init; }
}
