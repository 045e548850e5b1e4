using System.Collections.Frozen;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Tells whether it was a person who stopped an instance.</summary>
internal static class StopReasons
{
    // Without a time, and never the scheduler's doing.
    private const string FromWithin = "Client.InstanceInitiatedShutdown";

    private static readonly FrozenSet<string> OfPersons =
        FrozenSet.Create(StringComparer.Ordinal, "Client.UserInitiatedShutdown", "Client.UserInitiatedHibernate", FromWithin);

    /// <summary>Whether a code of EC2 is about a person, or a call that looks like one.</summary>
    public static bool IsByPerson(string? code) => code is not null && OfPersons.Contains(code);

    /// <summary>Whether an instance that is stopped, and that no run has stopped because it should not run, was stopped by a person.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="schedule">Its schedule.</param>
    /// <param name="tellsTransitions">Whether its service tells reasons; where none does, it is taken for a person's stop.</param>
    public static bool IsByPerson(ManagedInstance instance, Schedule schedule, bool tellsTransitions) =>
        instance.State == PowerState.Stopped
        && (!tellsTransitions || (IsByPerson(instance.StateReason) && !IsByMaxUptime(instance, schedule)));

    // To EC2 the scheduler is a user like any other; its own stop at the limit is told by the time that the instance had run.
    private static bool IsByMaxUptime(ManagedInstance instance, Schedule schedule) =>
        schedule.MaxUptime is { } most && instance.StateReason != FromWithin && !(instance.LastTransition - instance.LaunchTime < most);
}
