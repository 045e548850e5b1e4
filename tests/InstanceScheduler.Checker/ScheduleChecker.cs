using System.Text.Json;
using InstanceScheduler.Checker.Dates;
using NodaTime;

namespace InstanceScheduler.Checker;

/// <summary>Says at every tick how each instance should stand once its transition is over, where nothing goes wrong on the way.</summary>
/// <param name="items">Items of the configuration table.</param>
/// <param name="calendars">The calendars that schedules name.</param>
public sealed class ScheduleChecker(IEnumerable<JsonElement> items, params CalendarReading[] calendars)
{
    private readonly ScheduleReading _schedules = new(items, calendars);
    private readonly Dictionary<string, string?> _last = [];
    private readonly Dictionary<string, (string State, string? Type, Instant Since, string? Before)> _expected = [];

    /// <summary>A tick: from what is seen follows what is expected.</summary>
    public void Tick(Instant now, IEnumerable<Sighting> seen)
    {
        foreach (var instance in seen)
        {
            // In transition it is left alone, and may end where it likes.
            var wasExpected = _expected.Remove(instance.Id, out var expected);
            if (instance.State is not ("running" or "stopped") || !_schedules.Knows(instance.Schedule))
                continue;
            // An action that failed is not stored as done.
            if (wasExpected && instance.State != expected.State && instance is { TouchedByPerson: false, RestartedByAws: false })
                _last[instance.Id] = expected.Before;
            Expect(now, instance);
        }
    }

    /// <summary>One sentence for each instance that is not as expected; ask when all transitions of the tick are over.</summary>
    public IEnumerable<string> Deviations(IEnumerable<Sighting> seen) =>
        from instance in seen
        where _expected.ContainsKey(instance.Id)
        let expected = _expected[instance.Id]
        where instance.State != expected.State || (expected.Type is not null && instance.Type != expected.Type)
        select $"{instance.Id} ({instance.Schedule}) is {instance.State} {instance.Type}, and should be {expected.State} {expected.Type} since {expected.Since}";

    private void Expect(Instant now, Sighting instance)
    {
        var wish = _schedules.WishOf(instance, now);
        var last = _last.GetValueOrDefault(instance.Id);
        var outcome = EntryRule.Of(last, wish, instance, _schedules.FlagsOf(instance, now));
        _last[instance.Id] = outcome.Entry;
        var startsNow = outcome.State == "running" && instance.State != "running";
        _expected[instance.Id] = (outcome.State, startsNow && instance.Type is not null ? wish.Type : null, now, last);
    }
}
