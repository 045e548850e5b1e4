using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Turns the periods of a schedule in a template into items, numbered in their order.</summary>
internal static class DeclaredPeriodReader
{
    private static readonly string[] Conditions =
    [
        ScheduleProperties.BeginTime, ScheduleProperties.EndTime, ScheduleProperties.WeekDays, ScheduleProperties.MonthDays, ScheduleProperties.Months,
        ScheduleProperties.From, ScheduleProperties.Until, ScheduleProperties.Years,
    ];

    /// <exception cref="ResourceRefusedException">It is no list of periods, or one of them cannot be one.</exception>
    public static ImmutableArray<DeclaredPeriod> Read(JsonElement periods, string schedule) => periods.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.String when string.IsNullOrWhiteSpace(periods.GetString()) => [],
        JsonValueKind.Array => [.. periods.EnumerateArray().Select((period, index) => Read(period, index + 1, schedule))],
        _ => throw new ResourceRefusedException($"{ScheduleProperties.Periods}: a list is expected, with a map for each period"),
    };

    private static DeclaredPeriod Read(JsonElement period, int number, string schedule)
    {
        var properties = PropertyReader.Open(period, $"{ScheduleProperties.Periods}[{number}].", ScheduleProperties.OfPeriod);
        var item = new ItemBuilder(ConfigTypes.Period, PeriodName.Of(schedule, number))
            .Set(ConfigAttributes.Description, properties.Text(ScheduleProperties.Description))
            .Set(ConfigAttributes.BeginTime, Time(properties, ScheduleProperties.BeginTime, mayBeEndOfDay: false))
            .Set(ConfigAttributes.EndTime, Time(properties, ScheduleProperties.EndTime, mayBeEndOfDay: true))
            .Set(ConfigAttributes.Weekdays, properties.List(ScheduleProperties.WeekDays))
            .Set(ConfigAttributes.MonthDays, properties.List(ScheduleProperties.MonthDays))
            .Set(ConfigAttributes.Months, properties.List(ScheduleProperties.Months))
            .Set(ConfigAttributes.From, properties.Text(ScheduleProperties.From))
            .Set(ConfigAttributes.Until, properties.Text(ScheduleProperties.Until))
            .Set(ConfigAttributes.Years, properties.List(ScheduleProperties.Years))
            .Set(ConfigAttributes.Calendar, properties.Text(ScheduleProperties.Calendar))
            .Build();
        if (item.Attributes.Keys.All(name => name is ConfigAttributes.Description or ConfigAttributes.Calendar))
            throw new ResourceRefusedException($"{ScheduleProperties.Periods}[{number}]: give at least one of {string.Join(", ", Conditions)}");
        return new DeclaredPeriod(item, InstanceTypeOf(properties));
    }

    // As it is stored; what is no time is left to the reader of runs, who says so.
    private static string? Time(PropertyReader properties, string name, bool mayBeEndOfDay) =>
        properties.Text(name) is { } text ? TimeOfDay.TryParse(text, mayBeEndOfDay)?.ToString() ?? text : null;

    private static string? InstanceTypeOf(PropertyReader properties)
    {
        var type = properties.Text(ScheduleProperties.InstanceType);
        return type is null || !type.AsSpan().ContainsAny(',', '@', ' ')
            ? type
            : throw properties.Refused(ScheduleProperties.InstanceType, $"\"{type}\" is not a type; name one, such as m5.large");
    }
}
