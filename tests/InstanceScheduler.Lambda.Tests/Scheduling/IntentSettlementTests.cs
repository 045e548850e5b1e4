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

        var settlement = IntentSettlement.Of(new Intent(Wish.TryParse(wish)!.Value, Nine, "00000000"), instance, Enum.Parse<StoredState>(stored));

        Assert.Equal(new IntentSettlement(isSettled, stores is null ? null : Enum.Parse<StoredState>(stores), hasFailed), settlement);
    }
}
