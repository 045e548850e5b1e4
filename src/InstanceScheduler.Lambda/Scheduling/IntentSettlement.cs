using System.Collections.Frozen;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What an earlier run's intent came to, judged by the instance as it is now.</summary>
/// <param name="IsSettled">Whether the intent is done with; else it waits, and the instance is left alone.</param>
/// <param name="Store">State to remember before the rules decide; null: the old entry stands.</param>
/// <param name="HasFailed">Whether AWS accepted the action and it failed afterwards.</param>
internal readonly record struct IntentSettlement(bool IsSettled, StoredState? Store = null, bool HasFailed = false)
{
    private static readonly IntentSettlement Waits = new(false);

    private static readonly FrozenSet<string> HumanStops = FrozenSet.Create(StringComparer.Ordinal,
        "Client.UserInitiatedShutdown", "Client.UserInitiatedHibernate", "Client.InstanceInitiatedShutdown");

    public static IntentSettlement Of(Intent intent, ManagedInstance instance, StoredState stored) => (intent.Wish.Kind, instance.State) switch
    {
        // Ours, not a human's: it never becomes "retain-running".
        (WishKind.Start, PowerState.Running) => new IntentSettlement(true, StoredState.Running),
        (WishKind.Start, PowerState.Stopped) => OfStartThatIsStopped(intent, instance, stored),
        (_, PowerState.Stopped) => new IntentSettlement(true, StoredState.Stopped),
        (_, PowerState.Running) => new IntentSettlement(true),
        _ => Waits,
    };

    private static IntentSettlement OfStartThatIsStopped(Intent intent, ManagedInstance instance, StoredState stored)
    {
        // A new instance stays new, so that it is decided on as one; a known one is stopped, whatever was hoped for.
        StoredState? decideAgain = stored == StoredState.Unknown ? null : StoredState.Stopped;
        var isHumanStop = instance.StateReason is { } code && HumanStops.Contains(code);
        if (instance.LastTransition is { } time)
        {
            if (time < intent.Instant)
                return new IntentSettlement(true, decideAgain);
            return isHumanStop ? new IntentSettlement(true, StoredState.Running) : new IntentSettlement(true, StoredState.Stopped, HasFailed: true);
        }

        // Without a time nobody can tell an old stop from a new one, so it is started again; a failure is told by its code.
        return instance.StateReason is null || isHumanStop
            ? new IntentSettlement(true, decideAgain)
            : new IntentSettlement(true, StoredState.Stopped, HasFailed: true);
    }
}
