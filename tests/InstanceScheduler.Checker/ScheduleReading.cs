using System.Text.Json;
using NodaTime;

namespace InstanceScheduler.Checker;

/// <summary>Reads schedules and tells what they want, by sections 6 and 7 of the contract read afresh.</summary>
/// <param name="items">Items of the configuration table as DynamoDB's JSON; lists and ranges of weekdays are all it knows of expressions.</param>
public sealed class ScheduleReading(IEnumerable<JsonElement> items)
{
    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly Dictionary<(string Type, string Name), JsonElement> _items = items.ToDictionary(item => (Text(item, "type")!, Text(item, "name")!));

    /// <summary>Whether there is such a schedule.</summary>
    public bool Knows(string schedule) => _items.ContainsKey(("schedule", schedule));

    /// <summary>What the schedule wants for an instance.</summary>
    public Wish WishOf(Sighting instance, Instant now)
    {
        var schedule = _items[("schedule", instance.Schedule)];
        return instance.InWindow && Is(schedule, "use_maintenance_window", false) ? new Wish("running", null) : WishOf(schedule, now);
    }

    internal ScheduleFlags FlagsOf(string name)
    {
        var schedule = _items[("schedule", name)];
        return new ScheduleFlags(Is(schedule, "enforced", false), Is(schedule, "retain_running", false), Is(schedule, "stop_new_instances", true));
    }

    private Wish WishOf(JsonElement schedule, Instant now)
    {
        if (Text(schedule, "override_status") is { Length: > 0 } fixedWish)
            return new Wish(fixedWish, null);
        var minute = Duration.FromMinutes(1);
        var wish = PeriodsAt(schedule, now);
        if (wish.State != "stopped" || List(schedule, "periods").Length < 2)
            return wish;
        var before = PeriodsAt(schedule, now - minute);
        return before.State == "running" && PeriodsAt(schedule, now + minute).State == "running" ? before : wish;
    }

    private Wish PeriodsAt(JsonElement schedule, Instant instant)
    {
        var zone = Text(schedule, "timezone") ?? Text(_items[("config", "scheduler")], "default_timezone") ?? "UTC";
        var local = instant.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var periods = List(schedule, "periods").Select(name => name.Split('@')).Select(parts => (
            Type: parts.Length > 1 ? parts[1] : null,
            Begin: Time(_items[("period", parts[0])], "begintime"),
            State: StateOf(_items[("period", parts[0])], local))).ToList();
        var running = periods.Where(period => period.State == "running").OrderByDescending(period => period.Begin ?? LocalTime.MinValue).ToList();
        if (running.Count > 0)
            return new Wish("running", running[0].Type);
        return new Wish(periods.Exists(period => period.State == "any") ? "any" : "stopped", null);
    }

    private static string StateOf(JsonElement period, LocalDateTime local)
    {
        var days = List(period, "weekdays");
        if (days.Length > 0 && !days.Any(range => range == "*" || Holds(range, (int)local.DayOfWeek - 1)))
            return "stopped";
        var (begin, end, time) = (Time(period, "begintime"), Time(period, "endtime"), local.TimeOfDay);
        return (begin, end) switch
        {
            (null, null) => "running",
            (null, { } to) => time >= to ? "stopped" : "any",
            ({ } from, null) => time >= from ? "running" : "any",
            ({ } from, { } to) => from <= time && time < to ? "running" : "stopped",
        };
    }

    private static bool Holds(string range, int day)
    {
        var ends = range.Split('-').Select(name => Array.IndexOf(Week, name)).ToArray();
        return ends[0] <= ends[^1] ? ends[0] <= day && day <= ends[^1] : day >= ends[0] || day <= ends[^1];
    }

    private static LocalTime? Time(JsonElement item, string name) => Text(item, name) is { Length: > 0 } text ? NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(text).Value : null;

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.TryGetProperty("S", out var text) ? text.GetString() : null;

    private static bool Is(JsonElement item, string name, bool otherwise) => item.TryGetProperty(name, out var value) && value.TryGetProperty("BOOL", out var flag) ? flag.GetBoolean() : otherwise;

    private static string[] List(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.TryGetProperty("SS", out var texts)
            ? [.. texts.EnumerateArray().SelectMany(text => text.GetString()!.Split(','))] : [];
}
