using System.Text.Json;
using NodaTime;

namespace InstanceScheduler.Checker;

/// <summary>Says at every tick how each instance should stand once its transition is over, by section 7 of the contract read afresh.</summary>
/// <param name="items">Items of the configuration table as DynamoDB's JSON; lists and ranges of weekdays are all it knows of expressions.</param>
public sealed class ScheduleChecker(IEnumerable<JsonElement> items)
{
    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly Dictionary<(string Type, string Name), JsonElement> _items = items.ToDictionary(item => (Text(item, "type")!, Text(item, "name")!));
    private readonly Dictionary<string, string?> _last = [];
    private readonly Dictionary<string, (string State, string? Type, Instant Since, string? Before)> _expected = [];

    /// <summary>A tick: from what is seen follows what is expected.</summary>
    public void Tick(Instant now, IEnumerable<Sighting> seen)
    {
        foreach (var instance in seen)
        {
            // In transition it is left alone, and may end where it likes.
            var wasExpected = _expected.Remove(instance.Id, out var expected);
            if (instance.State is not ("running" or "stopped") || !_items.TryGetValue(("schedule", instance.Schedule), out var schedule))
                continue;
            // An action that failed is not stored as done.
            if (wasExpected && instance.State != expected.State && instance is { TouchedByPerson: false, RestartedByAws: false })
                _last[instance.Id] = expected.Before;
            Expect(now, instance, schedule);
        }
    }

    /// <summary>One sentence for each instance that is not as expected; ask when all transitions of the tick are over.</summary>
    public IEnumerable<string> Deviations(IEnumerable<Sighting> seen) =>
        from instance in seen
        where _expected.ContainsKey(instance.Id)
        let expected = _expected[instance.Id]
        where instance.State != expected.State || (expected.Type is not null && instance.Type != expected.Type)
        select $"{instance.Id} ({instance.Schedule}) is {instance.State} {instance.Type}, and should be {expected.State} {expected.Type} since {expected.Since}";

    private void Expect(Instant now, Sighting instance, JsonElement schedule)
    {
        var (wish, type) = instance.InWindow && Is(schedule, "use_maintenance_window", false) ? ("running", null) : WishOf(schedule, now);
        var isRunning = instance.State == "running";
        var mustResize = isRunning && wish == "running" && type is not null && instance.Type is not null && type != instance.Type;
        var last = _last.GetValueOrDefault(instance.Id);
        var (state, stored) = (instance.State, wish);
        if (last == "retain-running") // Spared: it keeps the mark while it should run, and loses it afterwards without being stopped.
            stored = wish == "running" ? "retain-running" : wish;
        else if (last == wish && !mustResize && !Is(schedule, "enforced", false) && !instance.RestartedByAws)
        {
            // Nothing new is wanted, so that whatever a person did stands.
        }
        else if (wish == "stopped" && isRunning && last is null && !instance.RestartedByAws && !Is(schedule, "stop_new_instances", true))
        {
            // A newcomer, left running on request.
        }
        else if (mustResize)
        {
            (state, stored) = ("stopped", "stopped");
        }
        else if (wish != "any")
        {
            var ranBefore = wish == "running" && isRunning && last == "stopped" && !instance.RestartedByAws;
            state = wish;
            stored = ranBefore && Is(schedule, "retain_running", false) && !Is(schedule, "enforced", false) ? "retain-running" : wish;
        }

        _last[instance.Id] = stored;
        var startsNow = state == "running" && !isRunning;
        _expected[instance.Id] = (state, startsNow && instance.Type is not null ? type : null, now, last);
    }

    private (string Wish, string? Type) WishOf(JsonElement schedule, Instant now)
    {
        if (Text(schedule, "override_status") is { Length: > 0 } fixedWish)
            return (fixedWish, null);
        var minute = Duration.FromMinutes(1);
        var (wish, type) = PeriodsAt(schedule, now);
        if (wish != "stopped" || List(schedule, "periods").Length < 2)
            return (wish, type);
        var before = PeriodsAt(schedule, now - minute);
        return before.Wish == "running" && PeriodsAt(schedule, now + minute).Wish == "running" ? before : (wish, type);
    }

    private (string Wish, string? Type) PeriodsAt(JsonElement schedule, Instant instant)
    {
        var zone = Text(schedule, "timezone") ?? Text(_items[("config", "scheduler")], "default_timezone") ?? "UTC";
        var local = instant.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var periods = List(schedule, "periods").Select(name => name.Split('@')).Select(parts => (
            Type: parts.Length > 1 ? parts[1] : null,
            Begin: Time(_items[("period", parts[0])], "begintime"),
            State: StateOf(_items[("period", parts[0])], local))).ToList();
        var running = periods.Where(period => period.State == "running").OrderByDescending(period => period.Begin ?? LocalTime.MinValue).ToList();
        if (running.Count > 0)
            return ("running", running[0].Type);
        return (periods.Exists(period => period.State == "any") ? "any" : "stopped", null);
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
