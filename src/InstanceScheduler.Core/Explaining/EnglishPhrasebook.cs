using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Explaining;

/// <summary>English.</summary>
internal sealed class EnglishPhrasebook : Phrasebook
{
    protected override string NothingNext => $"if nobody touches it, no start or stop is due within {Projection.Horizon.Days} days";

    protected override string DryRun => "this is a dry run: nothing is really started or stopped";

    public override string Missing(MissingStory story) =>
        $"{story.Instance} is in none of the targets with a tag \"{story.TagName}\"{(story.Meant is { } meant ? $" (did you mean \"{meant}\"?)" : "")}: "
        + $"{(story.Searched.IsEmpty ? "nothing was searched" : $"searched {string.Join(", ", story.Searched)}")}"
        + $"{(story.Missed.IsEmpty ? "" : $"; could not search {string.Join(", ", story.Missed)}")}.";

    public override string LeftAlone(LeftAloneStory story) => $"{Subject(story)} is {Word(story.State)} and left alone: {story.Why switch
    {
        WhyLeftAlone.TagIsEmpty => $"its tag \"{story.TagName}\" is empty",
        WhyLeftAlone.TagSaysIgnore => $"its tag \"{story.TagName}\" says \"{story.Schedule}\"",
        WhyLeftAlone.AutoScalingGroup => "it belongs to an Auto Scaling group, which would replace it if it were stopped; schedule the group instead",
        WhyLeftAlone.InstanceStore => "its root volume is an instance store, which cannot be stopped",
        WhyLeftAlone.CannotStop => $"it is never started or stopped, since {story.Detail}",
        WhyLeftAlone.UnknownSchedule => $"its tag names the schedule \"{story.Schedule}\", which does not exist{(story.Meant is { } meant ? $" (did you mean \"{meant}\"?)" : "")}",
        _ => $"its schedule \"{story.Schedule}\" cannot be used: {story.Detail}",
    }}.";

    protected override string Join(IEnumerable<string> parts) => string.Join("; ", parts) + ".";

    protected override string InTransition(ManagedStory story) => $"{Subject(story)} is {Word(story.State)}, and left alone until that is done: {Why(story)}";

    protected override string Pending(PendingWish pending, DateTimeZone zone) =>
        $"the scheduler asked for its {(pending.Action == ScheduledAction.Start ? "start" : "stop")} at {Clock(pending.At, zone)}";

    protected override string Trouble(string trouble) => $"a person has to mend it first: {trouble}";

    protected override string Acts(ManagedStory story, Decision decision)
    {
        var from = decision.Action == ScheduledAction.StopForResize ? $" as {story.InstanceType}" : "";
        return $"{Subject(story)} is {Word(story.State)}{from}, and the next run {Does(decision, story.Outcome.InstanceType)}: {decision.Reason switch
        {
            DecisionReason.MaxUptimeReached => $"it has run as long as max_uptime ({Length(story.Schedule)}) of schedule \"{story.Schedule.Name}\" allows",
            DecisionReason.StopFallsDue => $"a period of schedule \"{story.Schedule.Name}\" that only stops has ended, which stops what people started too",
            DecisionReason.Enforced => $"{Why(story)}, and changes by hand are undone (enforced)",
            DecisionReason.NewInstance => $"{Why(story)}, and it is seen for the first time",
            DecisionReason.RestartedByAws => $"{Why(story)}, and AWS started it, as it does after seven days",
            _ => Why(story),
        }}";
    }

    protected override string AsWanted(ManagedStory story, Decision decision) => $"{Subject(story)} is {Word(story.State)}, as it should be: {Why(story)}"
        + (decision.NextStored, story.Next?.Run) switch
        {
            (StoredState.RetainRunning, ActingRun.Second) => ", and it ran before the period began (retain_running)",
            (StoredState.RetainRunning, _) => ", and it ran before the period began, so that it will not be stopped at its end (retain_running)",
            _ => "",
        };

    protected override string NoWish(ManagedStory story, Decision decision) => $"{Subject(story)} is {Word(story.State)} and left as it is: {Why(story)}";

    protected override string Respected(ManagedStory story, Decision decision)
    {
        var although = story.Desired == DesiredState.StoppedForResize ? $" as {story.InstanceType}, although {Why(story)} with {story.Outcome.InstanceType}" : $", although {Why(story)}";
        return $"{Subject(story)} is {Word(story.State)}{although}: {decision.Reason switch
        {
            DecisionReason.NewInstanceLeftRunning => "it ran when it was first seen, and stop_new_instances is off",
            DecisionReason.SparedAtPeriodEnd => "it ran before its period began, and is spared now (retain_running)",
            DecisionReason.KeptStopped => "a person stopped it, and it stays stopped until a person starts it (respect_manual_stop)",
            _ when story.State == ActualState.Running => "it was started by hand, which is respected until something else is wanted",
            _ when story.Schedule.MaxUptime is not null => $"it was stopped by hand or by max_uptime ({Length(story.Schedule)}), which counts until something else is wanted",
            _ when !story.IsStoppedByPerson => "it was stopped, and not by the scheduler, which is respected until something else is wanted",
            _ => "it was stopped by hand, which is respected until something else is wanted",
        }}";
    }

    protected override string Next(NextAction next, Schedule schedule)
    {
        var act = next.Decision switch
        {
            { Action: ScheduledAction.StopForResize } => $"stopped to start again as {next.Entry.Outcome.InstanceType}",
            { Action: ScheduledAction.Stop } => "stopped",
            { ResizeTo: { } type } => $"started as {type}",
            _ => "started",
        };
        return $"next it is {act} at {Clock(next.At, schedule.Zone)}, when {When(next, schedule)}"
            + (next.Run == ActingRun.Second ? $", by the second run from then on: the first one spares it{Undone(next.Decision, ", and ")}" : "");
    }

    protected override string Arrives(NextAction next, DateTimeZone zone) =>
        $"the first run that finds it {Found(next.Decision)} {Does(next.Decision, next.Entry.Outcome.InstanceType)}{(next.Until is { } until ? $", if that is before {Clock(until, zone)}" : "")}";

    protected override string Follows(NextAction next, bool isOnItsWay) =>
        $"the {(isOnItsWay ? $"second run that finds it {Found(next.Decision)}" : "run after the next one")} {Does(next.Decision, next.Entry.Outcome.InstanceType)}{Undone(next.Decision, ", since ")}";

    private static string Does(Decision decision, string? type) => decision switch
    {
        { Action: ScheduledAction.StopForResize } => $"stops it to start it again as {type}",
        { Action: ScheduledAction.Stop } => "stops it",
        { ResizeTo: { } other } => $"starts it as {other}",
        _ => "starts it",
    };

    private static string Found(Decision decision) => decision.Action == ScheduledAction.Start ? "stopped" : "running";

    private static string Undone(Decision decision, string joint) => decision.Reason switch
    {
        DecisionReason.Enforced => $"{joint}changes by hand are undone (enforced)",
        DecisionReason.OverrideHolds => $"{joint}the override does not allow changes by hand",
        _ => "",
    };

    private static string When(NextAction next, Schedule schedule) => (next.Decision.Reason, next.Entry.Outcome) switch
    {
        (DecisionReason.MaxUptimeReached, _) => $"it has run for {Length(schedule)} (max_uptime)",
        (DecisionReason.StopFallsDue, _) => "a period that only stops ends",
        (_, { Cause: OutcomeCause.MaintenanceWindow, Window: var window }) => $"maintenance window \"{window}\" opens",
        (_, { Cause: OutcomeCause.TimedOverride }) => $"{Called(next.Entry.Held!)} begins",
        _ when next.Ended is { } ended => $"{Called(ended)} ends",
        _ when next.EndedWindow is { } window => $"maintenance window \"{window}\" ends",
        (_, { Decider.Period.Name: var period }) => $"period \"{period}\" begins" + next.Entry.DayOf(schedule) switch
        {
            (DayKind.Holiday, { } calendar) => $" on a holiday of calendar \"{calendar}\"",
            (DayKind.Workday, { } calendar) => $" on a make-up day of calendar \"{calendar}\"",
            _ => "",
        },
        _ => "no period runs any more",
    };

    private static string Why(ManagedStory story) => story.Outcome switch
    {
        { Cause: OutcomeCause.TimedOverride } when story.Held is { } held =>
            $"{Called(held)}{Told(held)} keeps it {(held.State == OverrideStatus.Running ? "running" : "stopped")} until {Clock(held.End, story.Schedule.Zone)}",
        { Cause: OutcomeCause.Override, State: var state } => $"schedule \"{story.Schedule.Name}\" is always {(state == DesiredState.Running ? "running" : "stopped")} (override_status)",
        { Cause: OutcomeCause.MaintenanceWindow, Window: var window } => $"maintenance window \"{window}\" is open",
        var outcome => outcome.Explain(story.Schedule.Name),
    };

    private static string Called(TimedOverride held) => held.Scope == OverrideScope.Tag ? $"its tag \"{held.Name}\"" : $"override \"{held.Name}\"";

    private static string Told(TimedOverride held) => (held.CreatedBy, held.Reason) switch
    {
        ({ } who, { } why) => $" (by {who}: {why})",
        ({ } who, null) => $" (by {who})",
        (null, { } why) => $" ({why})",
        _ => "",
    };

    private static string Subject(Story story) => story.Name is { Length: > 0 } name && name != story.Instance ? $"{story.Instance} ({name})" : story.Instance;

    private static string Word(ActualState state) => state.ToString().ToLowerInvariant();

    private static string Length(Schedule schedule) => DurationText.Format(schedule.MaxUptime!.Value);

    private static string Clock(Instant instant, DateTimeZone zone) => $"{Moment(instant, zone)} ({zone.Id})";
}
