using System.Text.Json;
using InstanceScheduler.Checker.Dates;
using NodaTime;

namespace InstanceScheduler.Checker;

/// <summary>Reads schedules and tells what they want, by sections 6 and 7 of the contract read afresh.</summary>
/// <param name="items">Items of the configuration table as DynamoDB's JSON.</param>
/// <param name="calendars">The calendars that schedules name.</param>
public sealed class ScheduleReading(IEnumerable<JsonElement> items, params CalendarReading[] calendars)
{
    private readonly Dictionary<(string Type, string Name), JsonElement> _items = items.ToDictionary(item => (Fields.Text(item, "type")!, Fields.Text(item, "name")!));
    private readonly OverrideReading _overrides = new(items);

    /// <summary>Whether there is such a schedule.</summary>
    public bool Knows(string schedule) => _items.ContainsKey(("schedule", schedule));

    /// <summary>What the schedule wants for an instance.</summary>
    public Wish WishOf(Sighting instance, Instant now)
    {
        var schedule = _items[("schedule", instance.Schedule)];
        if (instance.InWindow && Fields.Is(schedule, "use_maintenance_window", false))
            return new Wish("running", null);
        var own = WishOf(schedule, now);
        return _overrides.StateOf(instance, now) is not { } held ? own : new Wish(held, held == "running" ? own.Type : null);
    }

    // While an override holds nothing weakens it, and what a person does is undone.
    internal ScheduleFlags FlagsOf(Sighting instance, Instant now)
    {
        var schedule = _items[("schedule", instance.Schedule)];
        return _overrides.StateOf(instance, now) is not null ? new ScheduleFlags(Enforced: true, RetainRunning: false, StopNewInstances: true)
            : new ScheduleFlags(Fields.Is(schedule, "enforced", false), Fields.Is(schedule, "retain_running", false), Fields.Is(schedule, "stop_new_instances", true));
    }

    private Wish WishOf(JsonElement schedule, Instant now)
    {
        if (Fields.Text(schedule, "override_status") is { Length: > 0 } fixedWish)
            return new Wish(fixedWish, null);
        var minute = Duration.FromMinutes(1);
        var wish = PeriodsAt(schedule, now);
        if (wish.State != "stopped" || Fields.List(schedule, "periods").Length < 2)
            return wish;
        var before = PeriodsAt(schedule, now - minute);
        return before.State == "running" && PeriodsAt(schedule, now + minute).State == "running" ? before : wish;
    }

    private Wish PeriodsAt(JsonElement schedule, Instant instant)
    {
        var zone = Fields.Text(schedule, "timezone") ?? Fields.Text(_items[("config", "scheduler")], "default_timezone") ?? "UTC";
        var local = instant.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var calendar = Array.Find(calendars, one => one.Name == Fields.Text(schedule, "calendar"));
        var periods = Fields.List(schedule, "periods").Select(name => name.Split('@')).Select(parts => (
            Type: parts.Length > 1 ? parts[1] : null,
            Begin: Fields.Time(_items[("period", parts[0])], "begintime"),
            State: StateOf(_items[("period", parts[0])], local, calendar))).ToList();
        var running = periods.Where(period => period.State == "running").OrderByDescending(period => period.Begin ?? LocalTime.MinValue).ToList();
        if (running.Count > 0)
            return new Wish("running", running[0].Type);
        return new Wish(periods.Exists(period => period.State == "any") ? "any" : "stopped", null);
    }

    private static string StateOf(JsonElement period, LocalDateTime local, CalendarReading? calendar)
    {
        var (begin, end, time) = (Fields.Time(period, "begintime"), Fields.Time(period, "endtime"), local.TimeOfDay);
        // Over midnight the evening's date counts, also for the morning after it.
        if (begin > end)
            return time >= begin ? On(local.Date) : time < end ? On(local.Date.PlusDays(-1)) : "stopped";
        return On(local.Date) == "stopped" ? "stopped" : (begin, end) switch
        {
            (null, null) => "running",
            (null, { } to) => time >= to ? "stopped" : "any",
            ({ } from, null) => time >= from ? "running" : "any",
            ({ } from, { } to) => from <= time && time < to ? "running" : "stopped",
        };

        string On(LocalDate date) => DateReading.Holds(period, date, calendar) ? "running" : "stopped";
    }
}
