using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>Drops ids that were unseen at two complete listings at least twelve hours apart, however busy the fleet is.</summary>
internal static class StateCleanUp
{
    private static readonly Duration TimeBetween = Duration.FromHours(12);
    private static readonly InstantPattern CheckedPattern = InstantPattern.ExtendedIso;

    /// <summary>Marks and finds.</summary>
    /// <param name="states">Stored states; carry the marks.</param>
    /// <param name="intents">Intents; the first item carries the time of the last check.</param>
    /// <param name="seen">Ids of a complete listing.</param>
    /// <param name="instant">The run's instant.</param>
    /// <returns>The ids to drop.</returns>
    public static ImmutableArray<string> Run(StateShards states, StateShards intents, IReadOnlySet<string> seen, Instant instant)
    {
        if (LastCheck(intents) is { } last && instant - last < TimeBetween)
            return [];
        var unseen = states.Ids.Union(intents.Ids, StringComparer.Ordinal).Where(id => !seen.Contains(id)).ToList();
        var marked = states.Items.SelectMany(item => item.Purge).ToHashSet(StringComparer.Ordinal);
        if (unseen.Count == 0 && marked.Count == 0)
            return [];

        foreach (var item in states.Items.Where(item => item.Purge.Count > 0))
        {
            item.Purge.Clear();
            item.IsDirty = true;
        }

        foreach (var id in unseen.Where(id => !marked.Contains(id)))
        {
            var item = states.HomeOrFirst(id);
            item.IsDirty |= item.Purge.Add(id);
        }

        var pending = intents.First();
        pending.Checked = CheckedPattern.Format(instant);
        pending.IsDirty = true;
        return [.. unseen.Where(marked.Contains)];
    }

    private static Instant? LastCheck(StateShards intents) =>
        intents.Items.Select(item => item.Checked).OfType<string>().Select(CheckedPattern.Parse)
            .Where(parsed => parsed.Success).Select(parsed => (Instant?)parsed.Value).Max();
}
