using CsCheck;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Tests.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Previews;

/// <summary>A preview is what runs would find, each case the 48 hours round a random boundary.</summary>
[Trait("Category", "Law")]
public sealed class PreviewLawTests
{
    private const int Day = 24 * 60;

    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly OverrideSubject Subject = new("rds", "123456789012", "cn-north-1", "orders", "s");

    [Fact]
    public void A_preview_of_an_instance_is_what_asking_every_minute_finds() =>
        Gen.Select(Laws.ScheduleAtBoundary, Options, Held.Array[0, 3], Held, Windows).Sample((drawn, options, held, tag, windows) =>
        {
            var boundary = drawn.Boundary;
            var schedule = drawn.Schedule with { UseMaintenanceWindow = options.Windows, Enforced = options.Enforced, Override = options.Fixed };
            var outlook = new Outlook(schedule)
            {
                Subject = Subject,
                Overrides = new OverrideSet(held.Select((one, number) => one(boundary) with { Name = $"o{number}" })),
                Tag = options.Tag ? tag(boundary) with { Scope = OverrideScope.Tag, Subject = Subject.Instance } : null,
                WeeklyWindow = windows.Weekly,
                DatedWindows = windows.Dated is { } dated ? [dated(boundary)] : [],
                Lead = Duration.FromMinutes(10),
            };
            var moments = Laws.EveryMinute(boundary).ToList();
            return outlook.Between(moments[0], moments[^1] + Minute).Select(entry => (entry.At, entry.Kind, entry.Outcome)).SequenceEqual(Asked(outlook, moments));
        }, iter: Laws.Cases);

    [Fact]
    public void Without_windows_and_overrides_it_is_the_timeline_and_the_ends_that_come_alone() =>
        Laws.ScheduleAtBoundary.Sample(drawn =>
        {
            var (from, to) = (drawn.Boundary - Day * Minute, drawn.Boundary + Day * Minute);
            var entries = new Outlook(drawn.Schedule).Between(from, to).ToList();
            return entries.Where(entry => entry.Kind != PreviewKind.StopsAgain).Select(entry => new ScheduleTransition(entry.At, entry.Outcome))
                .SequenceEqual(ScheduleTimeline.Between(drawn.Schedule, from, to));
        }, iter: Laws.Cases);

    private static IEnumerable<(Instant At, PreviewKind Kind, ScheduleOutcome Outcome)> Asked(Outlook outlook, IEnumerable<Instant> moments)
    {
        var schedule = outlook.Schedule;
        var stops = schedule.Periods.Any(used => used.Period is { OnlyStops: true });
        ScheduleOutcome? last = null;
        foreach (var at in moments)
        {
            var window = outlook.WeeklyWindow?.IsOpenAt(at) == true ? outlook.WeeklyWindow.Text
                : outlook.DatedWindows.Any(dated => dated.IsOpenAt(at, outlook.Lead)) ? outlook.DatedWindows[0].Name
                : null;
            var outcome = ScheduleEvaluator.Evaluate(schedule, at, window, outlook.Overrides.Find(Subject, at, outlook.Tag));
            if (last is not { } before)
                yield return (at, PreviewKind.Holds, outcome);
            else if (WhatOf(before) != WhatOf(outcome))
                yield return (at, PreviewKind.Changes, outcome);
            else if (stops && outcome.Cause == OutcomeCause.NoPeriodRuns && !schedule.Enforced && LoneEnds.FallDue(schedule, at - Minute, at))
                yield return (at, PreviewKind.StopsAgain, outcome);
            last = outcome;
        }
    }

    private static (DesiredState, string?, string?, string?, string?) WhatOf(ScheduleOutcome outcome) => outcome.Cause is OutcomeCause.TimedOverride
        ? (outcome.State, null, outcome.InstanceType, null, outcome.HeldBy)
        : (outcome.State, outcome.Period, outcome.InstanceType, outcome.Window, null);

    private static Gen<(bool Windows, bool Enforced, bool Tag, OverrideStatus? Fixed)> Options => Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOf<OverrideStatus?>(Gen.Const((OverrideStatus?)null), Gen.Const((OverrideStatus?)null), Gen.Const((OverrideStatus?)OverrideStatus.Stopped)));

    private static Gen<Func<Instant, TimedOverride>> Held => Laws.Held(
        Gen.OneOf(Gen.Const((OverrideScope.Account, Subject.Account)), Gen.Const((OverrideScope.Schedule, "s")), Gen.Const((OverrideScope.Instance, Subject.Instance)), Gen.Const((OverrideScope.Instance, "other"))),
        Day);

    private static Gen<(WeeklyWindow? Weekly, Func<Instant, DatedWindow>? Dated)> Windows => Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Int[0, 7 * Day - 1], Gen.Int[30, 2 * Day], Gen.Int[-Day, Day], Gen.Int[1, 24])
        .Select((hasWeekly, hasDated, begin, length, from, hours) => (
            hasWeekly ? WeeklyWindow.Parse($"{MinuteOfWeek(begin)}-{MinuteOfWeek(begin + length)}") : null,
            hasDated ? (Func<Instant, DatedWindow>)(boundary => new DatedWindow("patches", "mw-1", boundary + from * Minute, boundary + (from + hours * 60) * Minute)) : null));

    private static string MinuteOfWeek(int minute) =>
        $"{((string[])["mon", "tue", "wed", "thu", "fri", "sat", "sun"])[minute / Day % 7]}:{new TimeOfDay(minute % Day)}";
}
