using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Explaining;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Explaining;

/// <summary>Situations that people ask about, each worked out by the rules from a schedule, an instance and a moment. Monday is 2026-11-23, all in Shanghai.</summary>
internal static class Situations
{
    private const string Id = "i-0123456789abcdef0";
    private const ActualState Running = ActualState.Running;
    private const ActualState Stopped = ActualState.Stopped;

    private static readonly OverrideSubject Subject = new("ec2", "123456789012", "cn-north-1", Id, "cn-office");

    public static IEnumerable<(string Situation, Story Story)> All =>
    [
        ("runs in its period", Tell("23T10:00", Running, StoredState.Running)),
        ("stopped outside its periods", Tell("23T20:00", Stopped, StoredState.Stopped)),
        ("its period has just begun", Tell("23T09:00", Stopped, StoredState.Stopped)),
        ("its period has just ended", Tell("23T18:00", Running, StoredState.Running)),
        ("started by hand in the evening", Tell("23T20:00", Running, StoredState.Stopped)),
        ("started by hand at the weekend", Tell("28T12:00", Running, StoredState.Stopped)),
        ("stopped by hand in its period", Tell("23T10:00", Stopped, StoredState.Running)),
        ("stopped by AWS in its period", Tell("23T10:00", Stopped, StoredState.Running, story: story => story with { IsStoppedByPerson = false })),
        ("its schedule has no wish now", Tell("23T10:00", Running, StoredState.Any, periods: "off")),
        ("it ran before its period", Tell("23T09:00", Running, StoredState.Stopped, "retain_running=true")),
        ("it ran before its period, which has ended", Tell("23T18:00", Running, StoredState.RetainRunning, "retain_running=true")),
        ("it ran before its period, and enforced was set since", Tell("23T10:00", Running, StoredState.RetainRunning, "retain_running=true enforced=true")),
        ("it ran before its period, which has ended, and enforced was set since", Tell("23T18:00", Running, StoredState.RetainRunning, "retain_running=true enforced=true")),
        ("it ran before its period, and an override will stop it", Tell("23T10:00", Running, StoredState.RetainRunning, "retain_running=true", outlook: With(OverrideStatus.Stopped, "23T12:00", "23T22:00"))),
        ("it ran before its period, and an override stops it", Tell("23T12:00", Running, StoredState.RetainRunning, "retain_running=true", outlook: With(OverrideStatus.Stopped, "23T12:00", "23T22:00"))),
        ("new and running in the evening", Tell("23T20:00", Running, StoredState.Unknown)),
        ("new and running in the evening, and new ones are not stopped", Tell("23T20:00", Running, StoredState.Unknown, "stop_new_instances=false")),
        ("new and running in the evening, new ones are not stopped, enforced", Tell("23T20:00", Running, StoredState.Unknown, "stop_new_instances=false enforced=true")),
        ("started by hand, enforced", Tell("23T20:00", Running, StoredState.Stopped, "enforced=true")),
        ("stopped by hand, enforced", Tell("23T10:00", Stopped, StoredState.Running, "enforced=true")),
        ("kept stopped after a person stopped it", Tell("24T09:00", Stopped, StoredState.RetainStopped, "respect_manual_stop=true")),
        ("has run as long as it may", Tell("23T13:00", Running, StoredState.Running, "max_uptime=4h", standing: one => one with { Launch = At("23T09:00") })),
        ("will have run as long as it may", Tell("23T10:00", Running, StoredState.Running, "max_uptime=4h", standing: one => one with { Launch = At("23T09:00") })),
        ("will have run as long as it may when its period ends", Tell("23T10:00", Running, StoredState.Running, "max_uptime=9h", standing: one => one with { Launch = At("23T09:00") })),
        ("stopped at the limit or by hand", Tell("23T14:00", Stopped, StoredState.Running, "max_uptime=4h")),
        ("runs with the wrong type", Tell("23T10:00", Running, StoredState.Running, periods: "office@m5.xlarge")),
        ("is started with another type", Tell("23T09:00", Stopped, StoredState.Stopped, periods: "office@m5.xlarge")),
        ("starting, as asked", Tell("23T09:05", ActualState.Starting, StoredState.Running, story: story => story with { Pending = new PendingWish(ScheduledAction.Start, At("23T09:00")) })),
        ("stopping by hand", Tell("23T10:00", ActualState.Stopping, StoredState.Running)),
        ("stopping by hand, enforced", Tell("23T10:00", ActualState.Stopping, StoredState.Running, "enforced=true")),
        ("stopping by hand just before its period ends, enforced", Tell("23T17:55", ActualState.Stopping, StoredState.Running, "enforced=true")),
        ("starting by hand, spared once, enforced", Tell("23T20:00", ActualState.Starting, StoredState.RetainRunning, "retain_running=true enforced=true")),
        ("stopping to start with another type", Tell("23T10:00", ActualState.Stopping, StoredState.Stopped, periods: "office@m5.xlarge", story: story => story with { Pending = new PendingWish(ScheduledAction.Stop, At("23T09:59")) })),
        ("starting with the wrong type", Tell("23T10:00", ActualState.Starting, StoredState.Any, periods: "office@m5.xlarge")),
        ("its maintenance window is open", Tell("22T02:10", Running, StoredState.Running, "use_maintenance_window=true", outlook: Window)),
        ("its maintenance window is next", Tell("21T20:00", Stopped, StoredState.Stopped, "use_maintenance_window=true", outlook: Window)),
        ("kept running by an override", Tell("23T20:00", Running, StoredState.Running, outlook: With(OverrideStatus.Running, null, "23T22:00"))),
        ("kept stopped by its tag", Tell("23T10:00", Stopped, StoredState.Stopped, outlook: outlook => outlook with
        {
            Tag = new TimedOverride { Name = "Schedule-Override", Scope = OverrideScope.Tag, Subject = Id, State = OverrideStatus.Stopped, End = At("25T00:00") },
        })),
        ("stopped by hand under an override", Tell("23T20:00", Stopped, StoredState.Running, outlook: With(OverrideStatus.Running, null, "23T22:00"))),
        ("an override is next", Tell("23T19:00", Stopped, StoredState.Stopped, outlook: With(OverrideStatus.Running, "23T20:00", "23T22:00"))),
        ("always on", Tell("23T10:00", Running, StoredState.Running, "override_status=running", periods: "")),
        ("a period that only stops is next", Tell("23T23:00", Running, StoredState.Stopped, periods: "midnight")),
        ("a make-up day is next", Tell("2026-02-13T19:00", Stopped, StoredState.Stopped, "calendar=cn")),
        ("a dry run", Tell("23T09:00", Stopped, StoredState.Stopped, story: story => story with { IsDryRun = true })),
        ("a person has to mend it", Tell("23T10:00", Stopped, StoredState.Running, story: story => story with { Instance = "orders", Trouble = "its storage is full" })),
        ("its tag is empty", Alone(WhyLeftAlone.TagIsEmpty, null)),
        ("its tag says ignore", Alone(WhyLeftAlone.TagSaysIgnore, "ignore")),
        ("in an Auto Scaling group", Alone(WhyLeftAlone.AutoScalingGroup, "cn-office")),
        ("with an instance store", Alone(WhyLeftAlone.InstanceStore, "cn-office")),
        ("a read replica", Alone(WhyLeftAlone.CannotStop, "cn-office") with { Detail = "it is a read replica of \"orders\", which AWS does not stop: remove the schedule tag" }),
        ("its schedule is misspelt", Alone(WhyLeftAlone.UnknownSchedule, "cn-ofice") with { Meant = "cn-office" }),
        ("its schedule is broken", Alone(WhyLeftAlone.UnusableSchedule, "broken") with { Detail = "schedule \"broken\": timezone: time zone \"Asia/Shangai\" does not exist (did you mean \"Asia/Shanghai\"?); use a name such as Asia/Shanghai" }),
        ("not found", new MissingStory("i-0123456789abcdef1", "Schedule", ["ec2 in 123456789012/cn-north-1"], [], Id)),
        ("not found, and not all was searched", new MissingStory("orders", "Schedule", ["rds in 123456789012/cn-north-1"], ["rds in 210987654321/cn-north-1"], null)),
    ];

    private static ManagedStory Tell(
        string when, ActualState state, StoredState stored, string options = "", string periods = "office",
        Func<Outlook, Outlook>? outlook = null, Func<Standing, Standing>? standing = null, Func<ManagedStory, ManagedStory>? story = null)
    {
        var configuration = Read(
            Period("office", "begintime=09:00", "endtime=18:00", "weekdays=mon-fri"), Period("off", "endtime=20:00"), Period("midnight", "endtime=00:00"),
            Schedule("cn-office", [$"periods={periods}", "timezone=Asia/Shanghai", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        var schedule = configuration.Schedules["cn-office"];
        var seen = new Outlook(schedule) { Subject = Subject };
        seen = outlook is null ? seen : outlook(seen);
        var now = At(when);
        var outcome = seen.At(now);
        var one = new Standing(state is Running or ActualState.Starting, "t3.medium", stored) { AllowResize = true };
        one = standing is null ? one : standing(one);
        var desired = outcome.StateFor(one.Running, one.InstanceType, one.AllowResize);
        var facts = new InstanceFacts(one.Running, one.InstanceType, one.AllowResize, MaxUptimeReached: one.Launch is { } launch && now - launch >= schedule.MaxUptime);
        // On its way it is judged as it will arrive.
        var decision = DecisionTable.Decide(facts, stored, desired, outcome.InstanceType, SchedulePolicy.Of(schedule, outcome.Cause == OutcomeCause.TimedOverride));
        var isOnItsWay = state is not (Running or Stopped);
        var told = new ManagedStory(Id, state, one.InstanceType, schedule, outcome)
        {
            Name = "web-1",
            Held = outcome.Cause == OutcomeCause.TimedOverride ? seen.HeldAt(now) : null,
            Desired = desired,
            Decision = isOnItsWay ? null : decision,
            Next = isOnItsWay && decision.Action != ScheduledAction.None
                ? Projection.AtArrival(seen, decision, now)
                : Projection.Next(seen, one.After(decision, outcome.InstanceType, now), now),
        };
        return story is null ? told : story(told);
    }

    private static LeftAloneStory Alone(WhyLeftAlone why, string? schedule) => new(Id, Running, why, "Schedule") { Schedule = schedule };

    private static Outlook Window(Outlook outlook) => outlook with { WeeklyWindow = WeeklyWindow.Parse("sat:18:00-sat:19:00") };

    private static Func<Outlook, Outlook> With(OverrideStatus state, string? begin, string end) => outlook => outlook with
    {
        Overrides = new OverrideSet([new TimedOverride
        {
            Name = "night",
            Scope = OverrideScope.Schedule,
            Subject = "cn-office",
            State = state,
            Begin = begin is null ? null : At(begin),
            End = At(end),
            CreatedBy = "wang",
            Reason = "上线",
        }]),
    };

    private static Instant At(string when) =>
        WrittenMoment.TryParse(when.Length > 8 ? when : "2026-11-" + when)!.Value.ToBegin(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]);
}
