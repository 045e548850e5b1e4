using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Checker.Dates;

/// <summary>Which override holds for an instance: items that are about it, before those about its schedule.</summary>
/// <param name="items">Items of the configuration table; of overrides alike in subject one holds at a time.</param>
internal sealed class OverrideReading(IEnumerable<JsonElement> items)
{
    private readonly List<(string? Instance, string? Schedule, string State, Instant Begin, Instant End)> _all =
    [
        .. items.Where(item => Fields.Text(item, "type") == "override").Select(item => (
            Fields.Text(item, "instance"), Fields.Text(item, "schedule"), Fields.Text(item, "state")!, At(item, "begin"), At(item, "end"))),
    ];

    /// <summary>What the override wants; null: none holds.</summary>
    public string? StateOf(Sighting instance, Instant now) =>
        _all.Where(one => one.Begin <= now && now < one.End && (one.Instance is { } id ? id == instance.Id.Split(' ')[^1] : one.Schedule == instance.Schedule))
            .OrderBy(one => one.Instance is null).Select(one => one.State).FirstOrDefault();

    private static Instant At(JsonElement item, string name) => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>").Parse(Fields.Text(item, name)!).Value.ToInstant();
}
