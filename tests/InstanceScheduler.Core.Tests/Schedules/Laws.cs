using CsCheck;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Schedules;

/// <summary>What the laws share: how many cases are tried, and the two days round a moment at which something may change.</summary>
internal static class Laws
{
    private const int Usual = 10_000;
    private const int Day = 24 * 60;
    private const int Near = 30;

    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>Cases of each law; <c>Law_Cases</c> asks for more.</summary>
    public static int Cases { get; } = int.TryParse(Environment.GetEnvironmentVariable("Law_Cases"), out var cases) ? cases : Usual;

    /// <summary>A schedule, and a moment at which one of its periods begins or ends, or midnight.</summary>
    public static readonly Gen<(Schedule Schedule, Instant Boundary)> ScheduleAtBoundary =
        Gen.Select(AnySchedules.Any, AnySchedules.Date, Gen.Int[0, 99]).Select((schedule, date, which) => (schedule, BoundaryOf(schedule, date, which)));

    /// <summary>An override that begins, if it has a begin, and ends near a moment.</summary>
    /// <param name="about">Whom it concerns.</param>
    /// <param name="reach">Minutes before and after the moment at which it may begin, and that it may last.</param>
    public static Gen<Func<Instant, TimedOverride>> Held(Gen<(OverrideScope Scope, string Subject)> about, int reach) =>
        Gen.Select(about, Gen.Bool, Gen.Bool, Gen.Int[-reach, reach], Gen.Int[1, reach])
            .Select(Func<Instant, TimedOverride> (whom, runs, hasBegin, begin, length) => moment => new TimedOverride
            {
                Name = "o",
                Scope = whom.Scope,
                Subject = whom.Subject,
                State = runs ? OverrideStatus.Running : OverrideStatus.Stopped,
                Begin = hasBegin ? moment + begin * Minute : null,
                End = moment + (begin + length) * Minute,
            });

    /// <summary>One of the moments of a date.</summary>
    public static Instant BoundaryOf(Schedule schedule, LocalDate date, int which)
    {
        int[] minutes = [0, .. schedule.Periods.SelectMany(used => new[] { used.Period.Begin, used.Period.End }).OfType<TimeOfDay>().Select(time => time.Minutes)];
        return AnySchedules.At(schedule, date, minutes[which % minutes.Length]);
    }

    /// <summary>Every minute of the 48 hours round a moment.</summary>
    public static IEnumerable<Instant> EveryMinute(Instant boundary)
    {
        for (var minute = -Day; minute < Day; minute++)
            yield return boundary + minute * Minute;
    }

    /// <summary>The 48 hours round a moment: every minute of the hour round it and round the same time of the days beside it, every seventh else.</summary>
    public static IEnumerable<Instant> Round(Instant boundary)
    {
        for (var minute = -Day; minute < Day; minute++)
            if (minute % 7 == 0 || Math.Abs(minute) < Near || Day - Math.Abs(minute) < Near)
                yield return boundary + minute * Minute;
    }
}
