using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Scheduling;

/// <summary>Each row is a line of the contract on intents.</summary>
public sealed class IntentSettlementTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 23, 1, 0);

    [Theory]
    // wish     | state     | AWS's reason                      | seconds after the intent | stored    | settled, stores, failed
    [InlineData("start", "Running", null, null, "Stopped", true, "Running", false)]
    [InlineData("start", "Running", null, null, "Unknown", true, "Running", false)]
    [InlineData("start", "Pending", null, null, "Stopped", false, null, false)]
    [InlineData("start", "Stopping", null, null, "Stopped", false, null, false)]
    // The stop is older than the wish: the start never took hold.
    [InlineData("start", "Stopped", "Client.UserInitiatedShutdown", -1, "Running", true, "Stopped", false)]
    [InlineData("start", "Stopped", "Client.UserInitiatedShutdown", -1, "Unknown", true, null, false)]
    [InlineData("start", "Stopped", "Server.SpotInstanceShutdown", -1, "Running", true, "Stopped", false)]
    [InlineData("start", "Stopped", "Client.UserInitiatedShutdown", null, "Running", true, "Stopped", false)]
    [InlineData("start", "Stopped", null, null, "Running", true, "Stopped", false)]
    // It is younger: a human stopped it, or AWS did.
    [InlineData("start", "Stopped", "Client.UserInitiatedShutdown", 0, "Running", true, "Running", false)]
    [InlineData("start", "Stopped", "Client.UserInitiatedHibernate", 60, "Stopped", true, "Running", false)]
    [InlineData("start", "Stopped", "Client.InstanceInitiatedShutdown", 60, "Running", true, "Running", false)]
    [InlineData("start", "Stopped", "Client.InternalError", 60, "Running", true, "Stopped", true)]
    [InlineData("start", "Stopped", "Client.InternalError", null, "Running", true, "Stopped", true)]
    [InlineData("start", "Stopped", "Server.InsufficientInstanceCapacity", 5, "Running", true, "Stopped", true)]
    [InlineData("start", "Stopped", "Client.VolumeLimitExceeded", null, "Unknown", true, "Stopped", true)]
    // Stops and resizes.
    [InlineData("stop", "Stopped", "Client.UserInitiatedShutdown", 5, "Running", true, "Stopped", false)]
    [InlineData("stop", "Running", null, null, "Running", true, null, false)]
    [InlineData("stop", "Stopping", null, null, "Running", false, null, false)]
    [InlineData("resize:m5.large", "Stopped", "Client.UserInitiatedShutdown", 5, "Running", true, "Stopped", false)]
    [InlineData("resize:m5.large", "Running", null, null, "Running", true, null, false)]
    [InlineData("resize:m5.large", "Pending", null, null, "Running", false, null, false)]
    public void An_intent_is_settled_by_what_is_seen(
        string wish, string state, string? reason, int? secondsAfter, string stored, bool isSettled, string? stores, bool hasFailed)
    {
        var instance = new ManagedInstance
        {
            Id = "i-0123456789abcdef0",
            InstanceType = "t3.micro",
            State = Enum.Parse<PowerState>(state),
            StateReason = reason,
            LastTransition = secondsAfter is { } seconds ? Nine + Duration.FromSeconds(seconds) : null,
        };

        var settlement = Settle(wish, instance, stored, minutesAfter: 5, tellsTransitions: true);

        Assert.Equal(Expected(isSettled, stores, hasFailed), settlement);
    }

    [Theory]
    // reason                       | launched, in seconds after the intent | stored | stores, outcome
    [InlineData("Client.InstanceInitiatedShutdown", 5, "Running", "Running", "UndoneByPerson")]
    [InlineData("Client.InstanceInitiatedShutdown", 5, "Stopped", "Running", "UndoneByPerson")]
    [InlineData("Client.InstanceInitiatedShutdown", 0, "Running", "Running", "UndoneByPerson")]
    [InlineData("Client.InstanceInitiatedShutdown", -60, "Running", "Stopped", "NeverBegan")]
    [InlineData("Client.InstanceInitiatedShutdown", -60, "Any", null, "NeverBegan")]
    [InlineData("Client.InstanceInitiatedShutdown", null, "Running", "Stopped", "NeverBegan")]
    [InlineData(null, 5, "Running", "Stopped", "NeverBegan")]
    [InlineData("Client.InternalError", 5, "Running", "Stopped", "Failed")]
    internal void Where_AWS_gives_no_time_of_the_stop_the_launch_tells_whether_the_start_took_hold(
        string? reason, int? launchedAfter, string stored, string? stores, string outcome)
    {
        var instance = new ManagedInstance
        {
            Id = "i-0123456789abcdef0",
            InstanceType = "t3.micro",
            State = PowerState.Stopped,
            StateReason = reason,
            LaunchTime = launchedAfter is { } seconds ? Nine + Duration.FromSeconds(seconds) : null,
        };

        var settlement = IntentSettlement.Of(
            new Intent(Wish.Start, Nine, "00000000"), instance, Enum.Parse<StoredState>(stored), Nine + Duration.FromMinutes(5), tellsTransitions: true);

        Assert.Equal(
            new IntentSettlement(true, stores is null ? null : Enum.Parse<StoredState>(stores), Enum.Parse<IntentOutcome>(outcome)), settlement);
    }

    [Theory]
    // wish    | stored    | launched, in seconds after the intent | minutes until seen | stores, failed
    // Never accepted: the rules decide from the old entry.
    [InlineData("stop", "Running", -3600, 5, null, false)]
    [InlineData("stop", "Unknown", null, 5, null, false)]
    [InlineData("resize:m5.large", "Running", -3600, 5, null, false)]
    [InlineData("stop", "Running", 0, 5, null, false)]
    // It took effect before anybody could remember it, and a person started the instance since.
    [InlineData("stop", "Running", 1, 5, "Stopped", false)]
    [InlineData("stop", "Any", 60, 300, "Stopped", false)]
    [InlineData("resize:m5.large", "Running", 60, 5, "Stopped", false)]
    // New when it was to be stopped: launched during that run, it was perhaps never asked to.
    [InlineData("stop", "Unknown", 1, 5, null, false)]
    // Accepted, and the instance never went down.
    [InlineData("stop", "Stopped", -3600, 5, "Running", true)]
    [InlineData("stop", "Stopped", 0, 300, "Running", true)]
    [InlineData("resize:m5.large", "Stopped", -1, 5, "Running", true)]
    [InlineData("stop", "Stopped", null, 5, "Running", true)]
    // Started since then: a person's.
    [InlineData("stop", "Stopped", 1, 5, null, false)]
    [InlineData("stop", "Stopped", null, 10, null, false)]
    [InlineData("stop", "Stopped", null, 300, null, false)]
    public void A_stop_whose_instance_runs_has_failed_unless_somebody_started_it(
        string wish, string stored, int? launchedAfter, int minutesAfter, string? stores, bool hasFailed)
    {
        var instance = new ManagedInstance
        {
            Id = "i-0123456789abcdef0",
            InstanceType = "t3.micro",
            State = PowerState.Running,
            LaunchTime = launchedAfter is { } seconds ? Nine + Duration.FromSeconds(seconds) : null,
        };

        Assert.Equal(Expected(isSettled: true, stores, hasFailed), Settle(wish, instance, stored, minutesAfter, tellsTransitions: true));
    }

    [Theory]
    // A service that tells no reason: an accepted start that is seen stopped has failed.
    [InlineData("Stopped", "Running", true, "Stopped", true)]
    // Not remembered as accepted: the run may have died before it asked.
    [InlineData("Stopped", "Stopped", true, null, false)]
    [InlineData("Stopped", "Any", true, null, false)]
    [InlineData("Stopped", "Unknown", true, null, false)]
    [InlineData("Running", "Running", true, "Running", false)]
    [InlineData("Pending", "Running", false, null, false)]
    public void Without_reasons_the_entry_tells_a_failed_start(string state, string stored, bool isSettled, string? stores, bool hasFailed)
    {
        var instance = new ManagedInstance { Id = "db-1", InstanceType = "db.t3.micro", State = Enum.Parse<PowerState>(state) };

        Assert.Equal(Expected(isSettled, stores, hasFailed), Settle("start", instance, stored, minutesAfter: 15, tellsTransitions: false));
    }

    private static (bool IsSettled, StoredState? Store, bool HasFailed) Settle(
        string wish, ManagedInstance instance, string stored, int minutesAfter, bool tellsTransitions)
    {
        var settlement = IntentSettlement.Of(
            new Intent(Wish.TryParse(wish)!.Value, Nine, "00000000"), instance, Enum.Parse<StoredState>(stored), Nine + Duration.FromMinutes(minutesAfter),
            tellsTransitions);
        return (settlement.IsSettled, settlement.Store, settlement.Outcome == IntentOutcome.Failed);
    }

    private static (bool IsSettled, StoredState? Store, bool HasFailed) Expected(bool isSettled, string? stores, bool hasFailed) =>
        (isSettled, stores is null ? null : Enum.Parse<StoredState>(stores), hasFailed);
}
