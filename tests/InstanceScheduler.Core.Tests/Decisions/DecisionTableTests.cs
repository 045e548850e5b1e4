using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Core.Tests.Decisions;

public sealed class DecisionTableTests
{
    private const string Type = "t3.micro";
    private const string OtherType = "m5.large";
    private static readonly bool[] Both = [false, true];

    /// <summary>One instance before a run, with the wish of its schedule.</summary>
    private sealed record Situation(
        StoredState Stored, DesiredState Desired, string? DesiredType, InstanceFacts Instance, SchedulePolicy Policy)
    {
        public Decision Decide() => DecisionTable.Decide(Instance, Stored, Desired, DesiredType, Policy);

        /// <summary>The next run with the same wish, after an action that succeeded.</summary>
        public Situation After(Decision decision) => this with
        {
            Stored = decision.NextStored,
            Instance = Instance with
            {
                Running = decision.Action switch
                {
                    ScheduledAction.Start => true,
                    ScheduledAction.None => Instance.Running,
                    _ => false,
                },
                InstanceType = decision.ResizeTo ?? Instance.InstanceType,
                RestartedByAws = false,
            },
        };
    }

    [Theory]
    // stored       desired    actual     flags           action   next              reason
    [InlineData("Unknown", "Running", "stopped", "", "Start", "Running", "NewInstance")]
    [InlineData("Unknown", "Running", "running", "", "None", "Running", "NewAndAsWanted")]
    [InlineData("Unknown", "Stopped", "running", "", "Stop", "Stopped", "NewInstance")]
    [InlineData("Unknown", "Stopped", "running", "keep-new", "None", "Stopped", "NewInstanceLeftRunning")]
    [InlineData("Unknown", "Stopped", "stopped", "", "None", "Stopped", "NewAndAsWanted")]
    [InlineData("Unknown", "Any", "running", "", "None", "Any", "NoWish")]
    // A change of wish is followed, a manual change is respected until the next one.
    [InlineData("Stopped", "Running", "stopped", "", "Start", "Running", "WishChanged")]
    [InlineData("Running", "Running", "stopped", "", "None", "Running", "WishUnchanged")]
    [InlineData("Running", "Stopped", "running", "", "Stop", "Stopped", "WishChanged")]
    [InlineData("Stopped", "Stopped", "running", "", "None", "Stopped", "WishUnchanged")]
    [InlineData("Running", "Stopped", "stopped", "", "None", "Stopped", "AlreadyAsWanted")]
    [InlineData("Running", "Any", "running", "", "None", "Any", "NoWish")]
    [InlineData("Any", "Running", "running", "", "None", "Running", "AlreadyAsWanted")]
    [InlineData("Any", "Running", "running", "retain", "None", "Running", "AlreadyAsWanted")]
    // retain_running: what ran before the period is spared once at its end.
    [InlineData("Stopped", "Running", "running", "retain", "None", "RetainRunning", "RanBeforePeriod")]
    [InlineData("Stopped", "Running", "running", "", "None", "Running", "AlreadyAsWanted")]
    [InlineData("RetainRunning", "Running", "stopped", "retain", "None", "RetainRunning", "WishUnchanged")]
    [InlineData("RetainRunning", "Stopped", "running", "retain", "None", "Stopped", "SparedAtPeriodEnd")]
    [InlineData("RetainRunning", "Any", "running", "retain", "None", "Any", "NoWish")]
    // enforced: manual changes are undone, and no entry is retained anew.
    [InlineData("Running", "Running", "stopped", "enforced", "Start", "Running", "Enforced")]
    [InlineData("Stopped", "Stopped", "running", "enforced", "Stop", "Stopped", "Enforced")]
    [InlineData("Stopped", "Running", "stopped", "enforced", "Start", "Running", "WishChanged")]
    [InlineData("Running", "Stopped", "running", "enforced", "Stop", "Stopped", "WishChanged")]
    [InlineData("Stopped", "Running", "running", "enforced retain", "None", "Running", "AlreadyAsWanted")]
    [InlineData("Stopped", "Any", "running", "enforced", "None", "Any", "NoWish")]
    [InlineData("RetainRunning", "Running", "stopped", "enforced", "None", "RetainRunning", "WishUnchanged")]
    [InlineData("RetainRunning", "Stopped", "running", "enforced", "None", "Stopped", "SparedAtPeriodEnd")]
    // Another type: stop first.
    [InlineData("Running", "StoppedForResize", "running", "", "StopForResize", "Stopped", "WishChanged")]
    [InlineData("Running", "StoppedForResize", "running", "enforced", "StopForResize", "Stopped", "WishChanged")]
    [InlineData("Unknown", "StoppedForResize", "running", "keep-new", "StopForResize", "Stopped", "NewInstance")]
    // Restarted by AWS: no person's start, so the wish is applied, and nothing is spared for it but what was retained before.
    [InlineData("Stopped", "Stopped", "running", "restarted", "Stop", "Stopped", "RestartedByAws")]
    [InlineData("Stopped", "Stopped", "running", "restarted enforced", "Stop", "Stopped", "RestartedByAws")]
    [InlineData("Unknown", "Stopped", "running", "restarted keep-new", "Stop", "Stopped", "RestartedByAws")]
    [InlineData("Stopped", "Running", "running", "restarted retain", "None", "Running", "AlreadyAsWanted")]
    [InlineData("Running", "Running", "running", "restarted", "None", "Running", "AlreadyAsWanted")]
    [InlineData("Stopped", "Any", "running", "restarted", "None", "Any", "NoWish")]
    [InlineData("Stopped", "StoppedForResize", "running", "restarted", "StopForResize", "Stopped", "RestartedByAws")]
    [InlineData("Stopped", "Stopped", "stopped", "restarted", "None", "Stopped", "WishUnchanged")]
    [InlineData("Stopped", "Running", "stopped", "restarted", "Start", "Running", "WishChanged")]
    [InlineData("RetainRunning", "Stopped", "running", "restarted", "None", "Stopped", "SparedAtPeriodEnd")]
    public void Lines_of_the_table(string stored, string desired, string actual, string flags, string action, string next, string reason)
    {
        var policy = new SchedulePolicy(
            flags.Contains("enforced", StringComparison.Ordinal),
            flags.Contains("retain", StringComparison.Ordinal),
            !flags.Contains("keep-new", StringComparison.Ordinal));
        var decision = DecisionTable.Decide(
            new InstanceFacts(actual == "running", Type, AllowResize: true, flags.Contains("restarted", StringComparison.Ordinal)),
            Enum.Parse<StoredState>(stored), Enum.Parse<DesiredState>(desired), desiredType: null, policy);
        Assert.Equal((action, next, reason), (decision.Action.ToString(), decision.NextStored.ToString(), decision.Reason.ToString()));
    }

    [Fact]
    public void It_starts_what_is_stopped_and_stops_what_runs() => Everywhere((situation, decision) => decision.Action switch
    {
        ScheduledAction.None => true,
        ScheduledAction.Start => !situation.Instance.Running,
        _ => situation.Instance.Running,
    });

    [Fact]
    public void It_never_acts_against_the_wish() => Everywhere((situation, decision) => decision.Action switch
    {
        ScheduledAction.None => true,
        ScheduledAction.Start => situation.Desired == DesiredState.Running,
        ScheduledAction.Stop => situation.Desired == DesiredState.Stopped,
        _ => situation.Desired == DesiredState.StoppedForResize,
    });

    [Fact]
    public void It_never_acts_on_a_retained_instance() => Everywhere((situation, decision) =>
        situation.Stored != StoredState.RetainRunning || decision.Action == ScheduledAction.None);

    [Fact]
    public void What_AWS_restarted_does_as_wished_and_is_never_retained() => Everywhere((situation, decision) =>
        situation is not { Instance: { Running: true, RestartedByAws: true }, Stored: not StoredState.RetainRunning }
        || (decision.NextStored != StoredState.RetainRunning && situation.Desired switch
        {
            DesiredState.Stopped => decision.Action == ScheduledAction.Stop,
            DesiredState.StoppedForResize => decision.Action == ScheduledAction.StopForResize,
            _ => decision.Action == ScheduledAction.None,
        }));

    [Fact]
    public void A_restart_by_AWS_means_nothing_to_what_is_stopped_or_retained() => Everywhere((situation, decision) =>
        situation is { Instance.Running: true, Stored: not StoredState.RetainRunning }
        || decision == (situation with { Instance = situation.Instance with { RestartedByAws = false } }).Decide());

    [Fact]
    public void It_always_remembers_something() => Everywhere((_, decision) => decision.NextStored != StoredState.Unknown);

    [Fact]
    public void It_always_says_why() => Everywhere((_, decision) => decision.Explain().Length > 0);

    [Fact]
    public void It_resizes_exactly_what_it_starts_with_another_type() => Everywhere((situation, decision) =>
        decision.ResizeTo == (decision.Action == ScheduledAction.Start && situation.Instance.AllowResize && situation.DesiredType != Type
            ? situation.DesiredType
            : null));

    [Fact]
    public void After_an_action_that_succeeded_the_next_run_does_nothing() => Everywhere((situation, decision) =>
        decision.Action == ScheduledAction.None || situation.After(decision).Decide().Action == ScheduledAction.None);

    [Fact]
    public void Enforced_converges_in_two_runs_unless_retained() => Everywhere((situation, decision) =>
    {
        var isRetained = situation.Stored == StoredState.RetainRunning && situation is { Desired: DesiredState.Running, Instance.Running: false };
        if (!situation.Policy.Enforced || situation.Desired is not (DesiredState.Running or DesiredState.Stopped) || isRetained)
            return true;
        var second = situation.After(decision);
        return second.After(second.Decide()).Instance.Running == (situation.Desired == DesiredState.Running);
    });

    [Fact]
    public void Without_enforced_a_manual_change_is_respected_while_the_wish_stays() => Everywhere((situation, decision) =>
    {
        var next = situation.After(decision);
        var meddledWith = next with { Instance = next.Instance with { Running = !next.Instance.Running } };
        return situation.Policy.Enforced || situation.Desired == DesiredState.StoppedForResize
            || meddledWith.Decide().Action == ScheduledAction.None;
    });

    private static void Everywhere(Func<Situation, Decision, bool> law)
    {
        var situations =
            from stored in Enum.GetValues<StoredState>()
            from desired in Enum.GetValues<DesiredState>()
            from desiredType in new[] { null, Type, OtherType }
            from running in Both
            from allowResize in Both
            from restarted in Both
            from enforced in Both
            from retain in Both
            from stopNew in Both
            select new Situation(
                stored, desired, desiredType, new InstanceFacts(running, Type, allowResize, restarted), new SchedulePolicy(enforced, retain, stopNew));
        var broken = situations.Where(situation => !law(situation, situation.Decide())).ToList();
        Assert.Empty(broken);
    }
}
