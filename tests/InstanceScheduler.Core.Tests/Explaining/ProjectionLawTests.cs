using CsCheck;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Explaining;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Tests.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Explaining;

/// <summary>What is foretold of an instance is what runs at every minute do, each case the 24 hours round a random boundary.</summary>
[Trait("Category", "Law")]
public sealed class ProjectionLawTests
{
    private const int HalfDay = 12 * 60;

    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly OverrideSubject Subject = new("ec2", "123456789012", "cn-north-1", "i-1", "s");

    [Fact]
    public void What_is_foretold_is_what_runs_do() =>
        Gen.Select(Laws.ScheduleAtBoundary, Options, Held.Array[0, 2], Standings, Types).Sample((drawn, options, held, standing, types) =>
        {
            var schedule = drawn.Schedule with
            {
                Periods = [.. drawn.Schedule.Periods.Select((used, position) => used with { InstanceType = types[position % types.Length] })],
                Enforced = options.Enforced,
                RetainRunning = options.Retain,
                StopNewInstances = options.StopNew,
                RespectManualStop = options.Respect,
                MaxUptime = options.Most is 0 ? null : options.Most * Minute,
            };
            var (now, end) = (drawn.Boundary - HalfDay * Minute, drawn.Boundary + HalfDay * Minute);
            var outlook = new Outlook(schedule) { Subject = Subject, Overrides = new OverrideSet(held.Select((one, number) => one(drawn.Boundary) with { Name = $"o{number}" })) };
            var one = standing(now);
            // The run of now is told apart: it is what has been decided already.
            one = After(outlook, one, now, Decide(outlook, one, now));

            var (done, foretold) = (FirstOf(outlook, one, now, end), Projection.Next(outlook, one, now));
            // Which wish the second run meets, if another begins at that very minute, depends on the minute of the first one.
            if (foretold is { Run: not ActingRun.First } && outlook.Between(foretold.At, RunOf(foretold, now) + Minute).Skip(1).Any())
                return true;
            var shown = $"{schedule}\n{one}\nfrom {now}: done {done}\nforetold {foretold}";
            if (done is not { } first)
                return foretold is null || RunOf(foretold, now) >= end ? true : throw new InvalidOperationException(shown);
            return foretold is not null && (RunOf(foretold, now), foretold.Decision) == first ? true : throw new InvalidOperationException(shown);
        }, iter: Laws.Cases / 20);

    private static Instant RunOf(NextAction next, Instant now) => next.Run switch
    {
        ActingRun.Following => now + Minute,
        ActingRun.Second => next.At + Minute,
        _ => next.At,
    };

    private static (Instant, Decision)? FirstOf(Outlook outlook, Standing one, Instant now, Instant end)
    {
        for (var at = now + Minute; at < end; at += Minute)
        {
            var decision = Decide(outlook, one, at);
            if (decision.Action != ScheduledAction.None)
                return (at, decision);
            one = After(outlook, one, at, decision);
        }

        return null;
    }

    private static Standing After(Outlook outlook, Standing one, Instant at, Decision decision) => one.After(decision, outlook.At(at).InstanceType, at);

    // As a run does.
    private static Decision Decide(Outlook outlook, Standing one, Instant at)
    {
        var (schedule, outcome) = (outlook.Schedule, outlook.At(at));
        var facts = new InstanceFacts(
            one.Running, one.InstanceType, one.AllowResize, StoppedByPerson: one.StoppedByPerson, MaxUptimeReached: one.Launch is { } launch && schedule.MaxUptime is { } most && at - launch >= most);
        var desired = outcome.StateFor(one.Running, one.InstanceType, one.AllowResize);
        var fallsDue = (one.Running, one.Stored, desired) == (true, StoredState.Stopped, DesiredState.Stopped) && LoneEnds.FallDue(schedule, at - Minute, at);
        return DecisionTable.Decide(facts, one.Stored, desired, outcome.InstanceType, SchedulePolicy.Of(schedule, outcome.Cause == OutcomeCause.TimedOverride), fallsDue);
    }

    private static Gen<(bool Enforced, bool Retain, bool StopNew, bool Respect, int Most)> Options =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOf(Gen.Const(0), Gen.Int[1, HalfDay]));

    private static Gen<string?[]> Types => Gen.OneOf<string?>(Gen.Const((string?)null), Gen.Const((string?)"t3.micro"), Gen.Const((string?)"m5.large")).Array[1, 3];

    private static Gen<Func<Instant, Standing>> Standings => Gen.Select(Gen.Bool, Gen.OneOf<string>("t3.micro", "m5.large"), Gen.Enum<StoredState>(), Gen.Bool, Gen.Bool, Gen.Int[0, HalfDay])
        .Select(Func<Instant, Standing> (runs, type, stored, resizes, byPerson, ago) => now => new Standing(runs, type, stored)
        {
            AllowResize = resizes,
            StoppedByPerson = byPerson && !runs,
            Launch = runs ? now - ago * Minute : null,
        });

    private static Gen<Func<Instant, TimedOverride>> Held => Laws.Held(Gen.Const((OverrideScope.Instance, Subject.Instance)), HalfDay);
}
