using CsCheck;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using static InstanceScheduler.Core.Tests.TestItems;
using ScheduledPeriod = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Tests.Schedules;

/// <summary>Laws of schedules, each case the 48 hours round a random boundary.</summary>
[Trait("Category", "Law")]
public sealed class ScheduleLawTests
{
    private static readonly WorkdayCalendar Empty = new("empty", [], [], extended: null);

    [Fact]
    public void A_period_over_midnight_is_its_two_halves() =>
        Gen.Select(AnySchedules.Zone, AnySchedules.AnyPeriod.Where(period => period.EndsNextDay), AnySchedules.Date, Gen.Int[0, 99]).Sample((zone, period, date, which) =>
        {
            var whole = new Schedule { Name = "s", Zone = zone, Periods = [new SchedulePeriod(period)] };
            var halves = whole with
            {
                Periods = [.. Enumerable.Range(-3, 7).Select(date.PlusDays).Where(period.HoldsOn).SelectMany(day => Halves(period, day)).Select(half => new SchedulePeriod(half))],
            };
            return Laws.Round(Laws.BoundaryOf(whole, date, which)).All(at =>
                ScheduleEvaluator.EvaluatePeriods(whole, at).State == ScheduleEvaluator.EvaluatePeriods(halves, at).State);
        }, iter: Laws.Cases);

    [Fact]
    public void A_calendar_without_days_changes_nothing() =>
        Laws.ScheduleAtBoundary.Sample(drawn =>
        {
            var without = drawn.Schedule with { Periods = [.. drawn.Schedule.Periods.Select(used => used with { Period = used.Period with { Calendar = null } })] };
            var with = drawn.Schedule with { Periods = [.. drawn.Schedule.Periods.Select(used => used with { Period = used.Period with { Calendar = Empty } })] };
            return Laws.Round(drawn.Boundary).All(at => IsSame(ScheduleEvaluator.Evaluate(without, at), ScheduleEvaluator.Evaluate(with, at)));
        }, iter: Laws.Cases);

    [Fact]
    public void The_order_of_items_never_matters() =>
        Gen.Select(Table, AnySchedules.Date, Gen.Int[0, 99], Gen.Int[0, int.MaxValue]).Sample((items, date, which, seed) =>
        {
            var shuffled = items.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (one, other) = (Read(items), Read(shuffled));
            if (!one.Problems.SequenceEqual(other.Problems) || one.Schedules.Count != other.Schedules.Count)
                return false;
            return one.Schedules.Values.Take(1).All(schedule => Laws.Round(Laws.BoundaryOf(schedule, date, which)).All(at =>
                IsSame(ScheduleEvaluator.Evaluate(schedule, at), ScheduleEvaluator.Evaluate(other.Schedules[schedule.Name], at))));
        }, iter: Laws.Cases);

    [Fact]
    public void A_timeline_is_what_asking_every_minute_finds() =>
        Laws.ScheduleAtBoundary.Sample(drawn =>
        {
            var moments = Laws.EveryMinute(drawn.Boundary).ToList();
            var changes = new List<ScheduleTransition>();
            foreach (var at in moments)
            {
                var outcome = ScheduleEvaluator.Evaluate(drawn.Schedule, at);
                if (changes.Count == 0 || WhatOf(changes[^1].Outcome) != WhatOf(outcome))
                    changes.Add(new ScheduleTransition(at, outcome));
            }

            return ScheduleTimeline.Between(drawn.Schedule, moments[0], moments[^1] + Duration.FromMinutes(1)).SequenceEqual(changes);
        }, iter: Laws.Cases);

    private static IEnumerable<ScheduledPeriod> Halves(ScheduledPeriod period, LocalDate day)
    {
        yield return new ScheduledPeriod { Name = $"{day} evening", Begin = period.Begin, End = TimeOfDay.EndOfDay, Dates = new DateLimits(day, day, Years: null) };
        var next = day.PlusDays(1);
        yield return new ScheduledPeriod { Name = $"{day} morning", Begin = new TimeOfDay(0), End = period.End, Dates = new DateLimits(next, next, Years: null) };
    }

    private static (DesiredState State, string? Period, string? Type) WhatOf(ScheduleOutcome outcome) => (outcome.State, outcome.Period, outcome.InstanceType);

    private static bool IsSame(ScheduleOutcome one, ScheduleOutcome other) =>
        (one.State, one.Cause, one.Period, one.InstanceType) == (other.State, other.Cause, other.Period, other.InstanceType);

    // Calendars that extend one another, in circles too, and a schedule or two that use them; the built-in one may be replaced.
    private static Gen<ConfigItem[]> Table => Gen.Select(
        Gen.Select(Gen.OneOf<string>("cn", "a", "b", "c"), Gen.OneOf<string>("", "cn", "a", "b"), AnySchedules.Date, AnySchedules.Date)
            .Select((name, extends, off, on) => Calendar(name, $"extends={extends}", $"holidays={off:uuuu-MM-dd}", $"workdays={on:uuuu-MM-dd}")).Array[0, 3],
        Gen.Select(Gen.OneOf<string>("p", "q", "r"), AnySchedules.Minute, AnySchedules.Minute, Gen.OneOf<string>("", "mon-fri", "workday,sat", "holiday"), Gen.OneOf<string>("", "cn", "a", "none"))
            .Select((name, begin, end, days, calendar) => Period(name, $"begintime={new TimeOfDay(begin)}", $"endtime={new TimeOfDay(end)}", $"weekdays={days}", $"calendar={calendar}")).Array[1, 3],
        Gen.Select(Gen.OneOf<string>("p", "p,q", "q@m5.large,r@t3.micro"), Gen.OneOf<string>("", "cn", "b"))
            .Select((periods, calendar) => Schedule("s", $"periods={periods}", $"calendar={calendar}", "timezone=America/New_York")),
        (calendars, periods, schedule) => calendars.Concat(periods).DistinctBy(item => (item.Type, item.Name)).Append(schedule).ToArray());
}
