using CsCheck;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Tests.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Overrides;

public sealed class OverrideSetTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 25, 12, 0);
    private static readonly OverrideSubject Instance = new("ec2", "123456789012", "cn-north-1", "i-1", "office");

    private static readonly Gen<TimedOverride> Any = Gen.Select(
        Gen.OneOf<OverrideScope>(OverrideScope.Account, OverrideScope.Schedule, OverrideScope.Instance), Gen.Int[-3, 3], Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 5])
        .Select((scope, begin, length, runs, kind) => One(scope, Noon + Duration.FromHours(begin), Noon + Duration.FromHours(begin + length), runs) with
        {
            Begin = kind == 0 ? null : Noon + Duration.FromHours(begin),
            Region = kind == 1 ? "cn-northwest-1" : null,
            Service = kind == 2 ? "ec2" : null,
        });

    private static readonly Gen<TimedOverride[]> Several = Any.Array[0, 6].Select(all => all.Select((one, place) => one with { Name = $"o{place}" }).ToArray());

    [Fact]
    public void The_strongest_scope_wins_whatever_began_last()
    {
        var set = new OverrideSet([Held(OverrideScope.Account, -1), Held(OverrideScope.Schedule, -2), Held(OverrideScope.Instance, -4)]);
        var tag = Held(OverrideScope.Tag, -3);

        Assert.Equal(OverrideScope.Instance, set.Find(Instance, Noon, tag)!.Scope);
        Assert.Equal(OverrideScope.Tag, new OverrideSet(set.All.Where(one => one.Scope != OverrideScope.Instance)).Find(Instance, Noon, tag)!.Scope);
        Assert.Equal(OverrideScope.Schedule, set.Find(Instance with { Instance = "i-2" }, Noon)!.Scope);
        Assert.Equal(OverrideScope.Account, set.Find(Instance with { Instance = "i-2", Schedule = "night" }, Noon)!.Scope);
        Assert.Null(set.Find(new OverrideSubject("ec2", "210987654321", "cn-north-1", "i-2", "night"), Noon));
    }

    [Fact]
    public void Among_equals_the_later_begin_wins_then_the_name()
    {
        var (early, late, twin) = (Held(OverrideScope.Schedule, -2) with { Name = "a" }, Held(OverrideScope.Schedule, -1) with { Name = "c" }, Held(OverrideScope.Schedule, -1) with { Name = "b" });
        Assert.Equal("c", new OverrideSet([early, late]).Find(Instance, Noon)!.Name);
        Assert.Equal("b", new OverrideSet([early, late, twin]).Find(Instance, Noon)!.Name);
        Assert.Equal("a", new OverrideSet([early, late with { Begin = null }]).Find(Instance, Noon)!.Name);
    }

    [Theory]
    // service | account | region | whether it is about an instance of ec2, 123456789012, cn-north-1
    [InlineData(null, null, null, true)]
    [InlineData("ec2", "123456789012", "cn-north-1", true)]
    [InlineData("rds", null, null, false)]
    [InlineData(null, "210987654321", null, false)]
    [InlineData(null, null, "cn-northwest-1", false)]
    public void Narrowed_it_is_about_less(string? service, string? account, string? region, bool isAbout)
    {
        var narrowed = Held(OverrideScope.Instance, -1) with { Service = service, Account = account, Region = region };
        Assert.Equal(isAbout, new OverrideSet([narrowed]).Find(Instance, Noon) is not null);
    }

    [Fact]
    public void The_begin_is_included_and_the_end_is_not()
    {
        var one = One(OverrideScope.Instance, Noon, Noon + Duration.FromHours(1), runs: true);
        var set = new OverrideSet([one]);
        Assert.Null(set.Find(Instance, Noon - Duration.FromSeconds(1)));
        Assert.Equal(one, set.Find(Instance, Noon));
        Assert.Equal(one, set.Find(Instance, one.End - Duration.FromSeconds(1)));
        Assert.Null(set.Find(Instance, one.End));
    }

    [Fact]
    public void The_order_of_items_never_matters() => Gen.Select(Several, Gen.Int[0, int.MaxValue]).Sample(
        (all, seed) =>
        {
            var shuffled = all.ToArray();
            new Random(seed).Shuffle(shuffled);
            return new OverrideSet(all).Find(Instance, Noon) == new OverrideSet(shuffled).Find(Instance, Noon);
        },
        iter: Laws.Cases);

    [Fact]
    public void One_that_does_not_hold_changes_nothing() => Gen.Select(Several, Any.Where(one => !one.HoldsAt(Noon))).Sample(
        (all, other) => new OverrideSet(all).Find(Instance, Noon) == new OverrideSet([other with { Name = "other" }, .. all]).Find(Instance, Noon),
        iter: Laws.Cases);

    [Fact]
    public void Every_minute_of_two_days_is_the_override_or_the_schedule_itself() => Gen.Select(Laws.ScheduleAtBoundary, Gen.Int[-300, 300], Gen.Int[1, 600], Gen.Bool).Sample(
        (at, from, minutes, runs) =>
        {
            var begin = at.Boundary + Duration.FromMinutes(from);
            var set = new OverrideSet([One(OverrideScope.Schedule, begin, begin + Duration.FromMinutes(minutes), runs) with { Subject = at.Schedule.Name }]);
            return Laws.Round(at.Boundary).All(instant =>
            {
                var own = ScheduleEvaluator.Evaluate(at.Schedule, instant);
                var held = ScheduleEvaluator.Evaluate(at.Schedule, instant, held: set.Find(Instance with { Schedule = at.Schedule.Name }, instant));
                var holds = begin <= instant && instant < begin + Duration.FromMinutes(minutes);
                return !holds ? own == held
                    : held.Cause == OutcomeCause.TimedOverride && held.State == (runs ? DesiredState.Running : DesiredState.Stopped)
                        && held.InstanceType == (runs ? own.InstanceType : null);
            });
        },
        iter: Laws.Cases / 10);

    [Fact]
    public void It_wins_over_override_status_and_loses_to_an_open_window()
    {
        var schedule = new Schedule { Name = "office", Zone = DateTimeZone.Utc, Override = OverrideStatus.Stopped, UseMaintenanceWindow = true };
        var held = Held(OverrideScope.Schedule, -1) with { Name = "night", CreatedBy = "wang", Reason = "release night" };
        var outcome = ScheduleEvaluator.Evaluate(schedule, Noon, held: held);
        Assert.Equal(DesiredState.Running, outcome.State);
        Assert.Equal("kept running by override \"night\" until 2026-11-25 13:00 by wang: release night", outcome.Explain("office"));
        Assert.Equal(OutcomeCause.MaintenanceWindow, ScheduleEvaluator.Evaluate(schedule, Noon, "w", held with { State = OverrideStatus.Stopped }).Cause);
    }

    private static TimedOverride Held(OverrideScope scope, int beganHoursAgo) => One(scope, Noon + Duration.FromHours(beganHoursAgo), Noon + Duration.FromHours(1), runs: true);

    private static TimedOverride One(OverrideScope scope, Instant begin, Instant end, bool runs) => new()
    {
        Name = scope.ToString(),
        Scope = scope,
        Subject = scope switch
        {
            OverrideScope.Account => Instance.Account,
            OverrideScope.Schedule => Instance.Schedule,
            _ => Instance.Instance,
        },
        State = runs ? OverrideStatus.Running : OverrideStatus.Stopped,
        Begin = begin,
        End = end,
    };
}
