using System.Runtime.CompilerServices;
using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where usage reports differ from v1.3.</summary>
internal static class UsageRules
{
    private static readonly ConditionalWeakTable<UsageCase, UsageResult> Reports = [];

    public static readonly IReadOnlyList<Rule<UsageCase, UsageResult>> All =
    [
        new("1,2", 41, "usage is told on the schedule's clock, whatever the zone of the process", ReadsForeignClock, Expected),
        new("1,2", 14, "where clocks change, elapsed time counts and each time is that of the schedule's zone", SeesClockChange, Expected),
        new("16", 3, "of periods with the same begin the name that sorts first names the interval", TiesOtherwise, Expected),
        new("13,14", 0, "adjacent periods are bridged by real minutes, each judged on its own date", BridgesOtherwise, Expected),
        new("3", 2, "what the month lacks matches nothing, without an error", LacksDay, Expected),
        new("night", 0, "a begin later than the end is a period over midnight", RunsOverMidnight, Expected),
        new("9,31", 0, "a time that cannot be read is an error of its period", vector => IsUsed(vector) && vector.Schedule.HasUnreadableTime,
            _ => UsageResult.Unusable),
        new("17", 0, "a type after @ must be there",
            vector => IsUsed(vector) && !vector.Schedule.HasUnreadableTime && vector.Schedule.HasEmptyType, _ => UsageResult.Unusable),
        new("18", 0, "an empty or null attribute is as if absent",
            vector => vector.Theirs == UsageResult.Unusable && vector.Schedule.HasEmptyOverride && Model(vector) is not null, Expected),
    ];

    private static bool ReadsForeignClock(UsageCase vector) => Differs(vector) && !IsOnScheduleClock(vector);

    private static bool SeesClockChange(UsageCase vector) => Differs(vector) && IsOnScheduleClock(vector) && ChangesClock(vector);

    private static bool TiesOtherwise(UsageCase vector) =>
        Differs(vector) && IsOnScheduleClock(vector) && !ChangesClock(vector) && HasTie(vector);

    private static bool BridgesOtherwise(UsageCase vector) =>
        Differs(vector) && IsOnScheduleClock(vector) && !ChangesClock(vector) && !HasTie(vector) && Model(vector)!.MayBridge;

    private static bool Differs(UsageCase vector) =>
        vector.Theirs != UsageResult.Unusable && vector.First <= vector.Last && Model(vector) is { } model
        && UsageModel.LikeV13(model, vector) != Expected(vector);

    private static bool IsOnScheduleClock(UsageCase vector) => Clock.Zone(vector.SystemZone) == Model(vector)!.Zone;

    private static bool ChangesClock(UsageCase vector)
    {
        var zone = Model(vector)!.Zone;
        var dates = new Interval(zone.AtStartOfDay(vector.First).ToInstant(), zone.AtStartOfDay(vector.Last.PlusDays(1)).ToInstant());
        return zone.GetZoneIntervals(dates).Skip(1).Any();
    }

    private static bool HasTie(UsageCase vector) =>
        vector.Schedule.Used.GroupBy(period => period.Begin, StringComparer.Ordinal).Any(group => group.Skip(1).Any());

    private static bool IsUsed(UsageCase vector) =>
        vector.Theirs != UsageResult.Unusable && vector.First <= vector.Last && !vector.Schedule.IsOverridden;

    private static bool LacksDay(UsageCase vector) =>
        vector.Theirs == UsageResult.Unusable && !vector.Schedule.HasEmptyOverride && !RunsOverMidnight(vector) && Model(vector) is not null
        && vector.Schedule.Used.Any(period => period.MonthDays is { } days
            && days.Split(',').Any(item => V13Habits.AsksForMissingDay(item, vector.First.ToDateOnly())
                || V13Habits.AsksForMissingDay(item, vector.Last.ToDateOnly())));

    private static bool RunsOverMidnight(UsageCase vector) =>
        vector.Theirs == UsageResult.Unusable && !vector.Schedule.HasEmptyOverride && Model(vector) is not null
        && vector.Schedule.Used.Any(period => PeriodModel.From(period) is { EndsNextDay: true });

    private static ScheduleModel? Model(UsageCase vector) => ScheduleModel.From(vector.Schedule);

    // Asking every minute takes a while, and several rules want to know.
    private static UsageResult Expected(UsageCase vector) =>
        Reports.GetValue(vector, known => UsageModel.MinuteByMinute(Model(known)!, known));
}
