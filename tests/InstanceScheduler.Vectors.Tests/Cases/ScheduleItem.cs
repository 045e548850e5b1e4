using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>A schedule, its periods and the default zone as the table stores them.</summary>
public sealed record ScheduleItem(
    string Name,
    string? Zone,
    string DefaultZone,
    IReadOnlyList<string> References,
    IReadOnlyList<PeriodItem> Periods,
    JsonElement Raw,
    IReadOnlyList<ConfigItem> Table)
{
    public static ScheduleItem Read(JsonElement json)
    {
        var schedule = json.GetProperty("schedule").Clone();
        var name = schedule.GetProperty("name").GetString()!;
        var periods = json.GetProperty("periods").EnumerateArray().Select(period => (Name: period.GetProperty("name").GetString()!, Json: period)).ToList();
        using var settings = JsonDocument.Parse($$"""{"default_timezone":{{json.GetProperty("default_timezone").GetRawText()}}}""");
        return new ScheduleItem(
            name,
            TableItem.Text(schedule, "timezone"),
            json.GetProperty("default_timezone").GetString()!,
            [.. (TableItem.Text(schedule, "periods") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)],
            [.. periods.Select(period => PeriodItem.Read(period.Json, period.Name))],
            schedule,
            [
                TableItem.Read(ConfigTypes.Config, ConfigTypes.SchedulerItem, settings.RootElement),
                .. periods.Select(period => TableItem.Read(ConfigTypes.Period, period.Name, period.Json)),
                TableItem.Read(ConfigTypes.Schedule, name, schedule),
            ]);
    }

    /// <summary>The periods that the schedule names, as often as it names them.</summary>
    public IEnumerable<PeriodItem> Used => References
        .Select(reference => Periods.FirstOrDefault(period => period.Name == reference.Split('@')[0]))
        .OfType<PeriodItem>();

    /// <summary>Whether the periods are never looked at.</summary>
    public bool IsOverridden => !string.IsNullOrEmpty(Attribute("override_status")) || Has("overwrite");

    public bool HasUnreadableTime => Used.Any(period => period.HasUnreadableTime);

    /// <summary>A reference that ends in @, which v1.3 takes for the type "".</summary>
    public bool HasEmptyType => References.Any(reference => reference.EndsWith('@'));

    /// <summary>An empty override that v1.3 drops the schedule for: "" alone, or "" or null beside overwrite.</summary>
    public bool HasEmptyOverride => Has("override_status") && string.IsNullOrEmpty(Attribute("override_status"))
        && (Has("overwrite") || Attribute("override_status") is "");

    /// <summary>The schedule as v1.3 reads it: an end of 24:00 is as if absent.</summary>
    public ScheduleItem WithoutDayEnds() =>
        this with { Periods = [.. Periods.Select(period => period.EndsWithDay ? period with { End = null } : period)] };

    /// <summary>An attribute as text; null when it is null or not there.</summary>
    public string? Attribute(string name) => TableItem.Text(Raw, name);

    public bool Has(string attribute) => Raw.TryGetProperty(attribute, out _);

    /// <summary>The schedule as the core reads it; null: left out.</summary>
    public Schedule? Ours() => ConfigurationReader.Read(Table).Schedules.GetValueOrDefault(Name);

    public override string ToString() => $"{Raw.GetRawText()} {string.Join("; ", Periods)} default {DefaultZone}";
}
