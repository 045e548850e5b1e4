using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where the wish of a schedule differs from v1.3.</summary>
internal static class ScheduleRules
{
    public static readonly IReadOnlyList<Rule<ScheduleCase, ScheduleResult>> All =
    [
        new("3", 12, "what the month lacks matches nothing, without an error", LacksDay, Expected),
        new("night", 5, "a begin later than the end is a period over midnight", RunsOverMidnight, Expected),
        new("9,31", 9, "a time that cannot be read is an error of its period", HasUnreadableTime, _ => ScheduleResult.Dropped),
        new("9,31", 2, "an end of 24:00 is the end of the day", EndsWithDay, Expected),
        new("13,14", 50, "adjacent periods are bridged by real minutes, each judged on its own date", BridgesOtherwise, Expected),
        new("16", 33, "of periods with the same begin the name that sorts first decides", TiesOtherwise, Expected),
        new("17", 5, "a type after @ must be there", HasEmptyType, _ => ScheduleResult.Dropped),
        new("18", 10, "an empty or null attribute is as if absent", HasEmptyOverride, Expected),
        new("19", 3, "without a valid default zone, schedules with their own go on", HasOnlyItsOwnZone, Expected),
    ];

    private static bool LacksDay(ScheduleCase vector) =>
        IsDropped(vector) && !HasEmptyOverride(vector) && !HasOnlyItsOwnZone(vector)
        && !RunsOverMidnight(vector) && ScheduleModel.From(vector.Schedule) is { } model
        && vector.Schedule.Used.Any(period => AsksForMissingDay(period, model.Local(vector.At).Date.ToDateOnly()));

    private static bool RunsOverMidnight(ScheduleCase vector) =>
        IsDropped(vector) && !HasEmptyOverride(vector) && !HasOnlyItsOwnZone(vector) && ScheduleModel.From(vector.Schedule) is not null
        && vector.Schedule.Used.Any(period => PeriodModel.From(period) is { EndsNextDay: true });

    private static bool AsksForMissingDay(PeriodItem period, DateOnly date) =>
        period.MonthDays is { } days && days.Split(',').Any(item => V13Habits.AsksForMissingDay(item, date));

    private static bool HasUnreadableTime(ScheduleCase vector) =>
        !IsDropped(vector) && !vector.Schedule.IsOverridden && vector.Schedule.HasUnreadableTime;

    private static bool EndsWithDay(ScheduleCase vector) =>
        !IsDropped(vector) && ScheduleModel.From(vector.Schedule) is not null && vector.Schedule.Used.Any(period => period.EndsWithDay)
        && ScheduleModel.From(vector.Schedule.WithoutDayEnds())?.Evaluate(vector) != Expected(vector);

    private static bool BridgesOtherwise(ScheduleCase vector) =>
        !IsDropped(vector) && ScheduleModel.From(vector.Schedule) is { MayBridge: true } model
        && model.WishOfPeriods(vector.At).State == "stopped"
        && model.Bridge(vector.At)?.Period != model.WallClockBridge(model.Local(vector.At), model.Local(vector.At).Date)?.Period;

    // v1.3 takes the one that the table happens to return last.
    private static bool TiesOtherwise(ScheduleCase vector)
    {
        if (IsDropped(vector) || BridgesOtherwise(vector) || ScheduleModel.From(vector.Schedule) is not { } model
            || model.Deciders(vector.At) is not { Count: > 1 } tied)
            return false;
        var ours = tied.OrderBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Type, StringComparer.Ordinal).First();
        return ours.Name != tied[^1].Name || (vector.AllowResize && ours.Type != tied[^1].Type);
    }

    private static bool HasEmptyType(ScheduleCase vector) =>
        !IsDropped(vector) && !vector.Schedule.IsOverridden && !vector.Schedule.HasUnreadableTime && vector.Schedule.HasEmptyType;

    // For v1.3 a null overwrite counts as false, where it does not drop the schedule.
    private static bool HasEmptyOverride(ScheduleCase vector) => IsDropped(vector)
        ? vector.Schedule.HasEmptyOverride && ScheduleModel.From(vector.Schedule) is not null
        : vector.Schedule.Has("overwrite") && string.IsNullOrEmpty(vector.Schedule.Attribute("overwrite"));

    private static bool HasOnlyItsOwnZone(ScheduleCase vector) =>
        IsDropped(vector) && !HasEmptyOverride(vector) && Clock.Zone(vector.Schedule.DefaultZone) is null
        && ScheduleModel.From(vector.Schedule) is not null;

    private static bool IsDropped(ScheduleCase vector) => vector.Theirs == ScheduleResult.Dropped;

    private static ScheduleResult Expected(ScheduleCase vector) =>
        ScheduleModel.From(vector.Schedule)?.Evaluate(vector) ?? ScheduleResult.Dropped;
}
