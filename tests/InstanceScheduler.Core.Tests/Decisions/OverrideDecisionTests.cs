using CsCheck;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Tests.Decisions;

/// <summary>What overrides, respect_manual_stop and max_uptime change of the table.</summary>
public sealed class OverrideDecisionTests
{
    private static readonly Gen<(InstanceFacts Instance, StoredState Stored, DesiredState Desired, string? Type, SchedulePolicy Policy, bool FallsDue)> AnySituation =
        Gen.Select(
            Gen.Select(Gen.Bool, Gen.OneOf<string>("t3.micro", "m5.large"), Gen.Bool, Gen.Bool),
            Gen.Enum<StoredState>(), Gen.Enum<DesiredState>(), Gen.OneOf<string?>(Gen.Const((string?)null), Gen.Const((string?)"t3.micro")),
            Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool), Gen.Bool)
        .Select((facts, stored, desired, type, policy, due) =>
            (new InstanceFacts(facts.Item1, facts.Item2, facts.Item3, facts.Item4), stored, desired, type, new SchedulePolicy(policy.Item1, policy.Item2, policy.Item3), due));

    [Theory]
    // stored         desired    actual     flags            action   next            reason
    // Under an override: like enforced, also for what is new, and without a spared entry.
    [InlineData("Running", "Running", "stopped", "override", "Start", "Running", "OverrideHolds")]
    [InlineData("Stopped", "Stopped", "running", "override", "Stop", "Stopped", "OverrideHolds")]
    [InlineData("Stopped", "Running", "stopped", "override", "Start", "Running", "WishChanged")]
    [InlineData("Stopped", "Running", "running", "override retain", "None", "Running", "AlreadyAsWanted")]
    [InlineData("Unknown", "Stopped", "running", "override keep-new", "Stop", "Stopped", "NewInstance")]
    // What was spared before is protected once, and started when a person asks for it.
    [InlineData("RetainRunning", "Stopped", "running", "override", "None", "Stopped", "SparedAtPeriodEnd")]
    [InlineData("RetainRunning", "Running", "stopped", "override", "Start", "Running", "OverrideHolds")]
    [InlineData("RetainRunning", "Running", "running", "override", "None", "RetainRunning", "WishUnchanged")]
    // respect_manual_stop: a person's stop while it should run is remembered, an own one or a failure is not.
    [InlineData("Running", "Running", "stopped", "respect by-person", "None", "RetainStopped", "KeptStopped")]
    [InlineData("RetainRunning", "Running", "stopped", "respect by-person", "None", "RetainStopped", "KeptStopped")]
    [InlineData("Running", "Running", "stopped", "respect", "None", "Running", "WishUnchanged")]
    [InlineData("Running", "Running", "stopped", "by-person", "None", "Running", "WishUnchanged")]
    [InlineData("Running", "Stopped", "stopped", "respect by-person", "None", "Stopped", "AlreadyAsWanted")]
    [InlineData("Stopped", "Running", "stopped", "respect by-person", "Start", "Running", "WishChanged")]
    [InlineData("Unknown", "Running", "stopped", "respect by-person", "Start", "Running", "NewInstance")]
    // It stays so over every wish, until a person starts the instance.
    [InlineData("RetainStopped", "Running", "stopped", "respect", "None", "RetainStopped", "KeptStopped")]
    [InlineData("RetainStopped", "Stopped", "stopped", "respect", "None", "RetainStopped", "KeptStopped")]
    [InlineData("RetainStopped", "Any", "stopped", "respect", "None", "RetainStopped", "KeptStopped")]
    [InlineData("RetainStopped", "Running", "running", "respect retain", "None", "Running", "AlreadyAsWanted")]
    [InlineData("RetainStopped", "Stopped", "running", "respect", "None", "Stopped", "WishUnchanged")]
    [InlineData("RetainStopped", "Any", "running", "respect", "None", "Any", "NoWish")]
    [InlineData("RetainStopped", "StoppedForResize", "running", "respect", "StopForResize", "Stopped", "WishChanged")]
    // AWS is no person: what it started is stopped, and stays so.
    [InlineData("RetainStopped", "Running", "running", "respect restarted", "Stop", "RetainStopped", "RestartedByAws")]
    [InlineData("RetainStopped", "Stopped", "running", "respect restarted", "Stop", "RetainStopped", "RestartedByAws")]
    // Without the option it is an entry like "stopped", and enforced knows no respect.
    [InlineData("RetainStopped", "Running", "stopped", "", "Start", "Running", "WishChanged")]
    [InlineData("RetainStopped", "Stopped", "running", "", "None", "Stopped", "WishUnchanged")]
    [InlineData("RetainStopped", "Running", "stopped", "respect enforced", "Start", "Running", "WishChanged")]
    [InlineData("Running", "Running", "stopped", "respect by-person enforced", "Start", "Running", "Enforced")]
    // An override starts it, and leaves it as it is where it should be stopped.
    [InlineData("RetainStopped", "Running", "stopped", "respect override", "Start", "Running", "WishChanged")]
    [InlineData("Running", "Running", "stopped", "respect by-person override", "Start", "Running", "OverrideHolds")]
    [InlineData("RetainStopped", "Stopped", "stopped", "respect override", "None", "RetainStopped", "KeptStopped")]
    [InlineData("RetainStopped", "Stopped", "running", "respect override", "Stop", "Stopped", "OverrideHolds")]
    // max_uptime: stopped, and what is remembered stays as it would be.
    [InlineData("Running", "Running", "running", "uptime", "Stop", "Running", "MaxUptimeReached")]
    [InlineData("Stopped", "Stopped", "running", "uptime", "Stop", "Stopped", "MaxUptimeReached")]
    [InlineData("Any", "Any", "running", "uptime", "Stop", "Any", "MaxUptimeReached")]
    [InlineData("RetainRunning", "Running", "running", "uptime retain", "Stop", "RetainRunning", "MaxUptimeReached")]
    [InlineData("Unknown", "Running", "running", "uptime", "Stop", "Running", "MaxUptimeReached")]
    [InlineData("Running", "Stopped", "running", "uptime", "Stop", "Stopped", "WishChanged")]
    [InlineData("Running", "Running", "stopped", "uptime", "None", "Running", "WishUnchanged")]
    [InlineData("Running", "Running", "running", "uptime enforced", "None", "Running", "AlreadyAsWanted")]
    [InlineData("Running", "Running", "running", "uptime override", "None", "Running", "AlreadyAsWanted")]
    public void Lines_of_the_table(string stored, string desired, string actual, string flags, string action, string next, string reason)
    {
        bool Has(string flag) => flags.Split(' ').Contains(flag);
        var policy = new SchedulePolicy(Has("enforced") || Has("override"), Has("retain"), !Has("keep-new") || Has("override"), Has("respect"), Has("override"));
        var decision = DecisionTable.Decide(
            new InstanceFacts(actual == "running", "t3.micro", AllowResize: true, Has("restarted"), Has("by-person"), Has("uptime")),
            Enum.Parse<StoredState>(stored), Enum.Parse<DesiredState>(desired), desiredType: null, policy);

        Assert.Equal((action, next, reason), (decision.Action.ToString(), decision.NextStored.ToString(), decision.Reason.ToString()));
        Assert.NotEmpty(decision.Explain());
    }

    [Fact]
    public void Unused_they_change_nothing() => AnySituation.Where(situation => situation.Stored != StoredState.RetainStopped).Sample(
        situation =>
        {
            var (instance, stored, desired, type, policy, due) = situation;
            return DecisionTable.Decide(instance, stored, desired, type, policy, due) == FormerDecisionTable.Decide(instance, stored, desired, type, policy, due)
                && DecisionTable.Decide(instance with { StoppedByPerson = true }, stored, desired, type, policy, due) == FormerDecisionTable.Decide(instance, stored, desired, type, policy, due);
        },
        iter: 20_000);

    [Fact]
    public void An_override_has_its_way_in_two_runs() => AnySituation.Where(situation => situation.Desired is DesiredState.Running or DesiredState.Stopped).Sample(
        situation =>
        {
            var (instance, stored, desired, type, policy, _) = situation;
            policy = policy with { Enforced = true, StopNewInstances = true, UnderOverride = true, RespectManualStop = policy.RetainRunning };
            for (var run = 0; run < 2; run++)
            {
                var decision = DecisionTable.Decide(instance, stored, desired, type, policy);
                stored = decision.NextStored;
                instance = instance with { Running = decision.Action switch { ScheduledAction.Start => true, ScheduledAction.None => instance.Running, _ => false }, RestartedByAws = false };
            }

            return instance.Running == (desired == DesiredState.Running);
        },
        iter: 20_000);
}
