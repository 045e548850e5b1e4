using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where the state of a period differs from v1.3.</summary>
internal static class PeriodRules
{
    public static readonly IReadOnlyList<Rule<PeriodCase, string>> All =
    [
        new("3", 14, "what the month lacks matches nothing, without an error", LacksDay,
            vector => PeriodModel.From(vector.Period)!.StateAt(vector.Local)),
        new("9,31", 3, "an end of 24:00 is the end of the day: stopped before the begin", EndsWithDay, _ => "stopped"),
        new("9,31", 0, "an end of 24:00 alone is an end nobody reaches: no wish", OnlyEndsWithDay, _ => "any"),
        new("night", 11, "a begin later than the end is a period over midnight", RunsOverMidnight, vector => PeriodModel.From(vector.Period)!.StateAt(vector.Local)),
        new("9,31", 55, "a time that cannot be read is an error of its period", HasUnreadableTime, _ => PeriodCase.Error),
    ];

    private static bool LacksDay(PeriodCase vector) =>
        vector is { Theirs: PeriodCase.Error, Period.MonthDays: { } days } && PeriodModel.From(vector.Period) is { EndsNextDay: false }
        && days.Split(',').Any(item => V13Habits.AsksForMissingDay(item, vector.Local.Date.ToDateOnly()));

    private static bool RunsOverMidnight(PeriodCase vector) =>
        vector.Theirs == PeriodCase.Error && PeriodModel.From(vector.Period) is { EndsNextDay: true };

    // v1.3 ignores the end, so that before the begin it has no wish; from then on both say running.
    private static bool EndsWithDay(PeriodCase vector) =>
        vector.Period is { EndsWithDay: true, HasUnreadableTime: false, Begin.Length: > 0 } && vector.Theirs == "any";

    private static bool OnlyEndsWithDay(PeriodCase vector) =>
        vector.Period is { EndsWithDay: true, Begin: null or "" } && vector.Theirs == "running";

    private static bool HasUnreadableTime(PeriodCase vector) => vector.Theirs != PeriodCase.Error && vector.Period.HasUnreadableTime;
}
