using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Periods and schedules that a new stack begins with: those of v1.x, and office hours in China.</summary>
internal static class SampleItems
{
    private const string WorkingDays = "working-days";
    private const string Weekends = "weekends";
    private const string OfficeHours = "office-hours";
    private const string ChineseOfficeHours = "cn-office-hours";

    /// <summary>Periods before the schedules that name them.</summary>
    public static readonly ImmutableArray<ConfigItem> All =
    [
        Period(WorkingDays, "Working days").Set(ConfigAttributes.Weekdays, ["mon-fri"]).Build(),
        Period(Weekends, "Days in weekend").Set(ConfigAttributes.Weekdays, ["sat-sun"]).Build(),
        Hours(OfficeHours, "Office hours", "17:00"),
        Period("first-monday-in-quarter", "Every first monday of each quarter")
            .Set(ConfigAttributes.Weekdays, ["mon#1"]).Set(ConfigAttributes.Months, ["jan/3"]).Build(),
        Hours(ChineseOfficeHours, "Office hours in China", "18:00"),
        Schedule("seattle-office-hours", "Office hours in Seattle (Pacific)", "US/Pacific", OfficeHours),
        Schedule("uk-office-hours", "Office hours in UK", "Europe/London", OfficeHours),
        Fixed("stopped", "Instances stopped"),
        Fixed("running", "Instances running"),
        Schedule("scale-up-down", "Vertical scaling on weekdays, based on UTC time", "UTC", $"{WorkingDays}@t2.micro", $"{Weekends}@t2.nano"),
        Schedule(ChineseOfficeHours, "Office hours in China", "Asia/Shanghai", ChineseOfficeHours),
    ];

    private static ItemBuilder Period(string name, string description) =>
        new ItemBuilder(ConfigTypes.Period, name).Set(ConfigAttributes.Description, description);

    private static ConfigItem Hours(string name, string description, string end) => Period(name, description)
        .Set(ConfigAttributes.BeginTime, "09:00").Set(ConfigAttributes.EndTime, end).Set(ConfigAttributes.Weekdays, ["mon-fri"]).Build();

    private static ConfigItem Schedule(string name, string description, string zone, params ImmutableArray<string> periods) =>
        new ItemBuilder(ConfigTypes.Schedule, name).Set(ConfigAttributes.Description, description)
            .Set(ConfigAttributes.TimeZone, zone).Set(ConfigAttributes.Periods, periods).Build();

    private static ConfigItem Fixed(string state, string description) =>
        new ItemBuilder(ConfigTypes.Schedule, state).Set(ConfigAttributes.Description, description)
            .Set(ConfigAttributes.OverrideStatus, state).Set(ConfigAttributes.UseMetrics, false).Build();
}
