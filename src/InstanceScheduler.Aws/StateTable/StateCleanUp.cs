using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>Finds ids that were unseen at two complete listings at least twelve hours apart, however busy the fleet is.</summary>
/// <param name="Instant">When the listing was made.</param>
/// <param name="Unseen">Ids that were unseen for the first time: marked until the next check.</param>
/// <param name="Dropped">Ids that were unseen for the second time.</param>
internal sealed record StateCleanUp(Instant Instant, ImmutableArray<string> Unseen, ImmutableArray<string> Dropped)
{
    private static readonly Duration TimeBetween = Duration.FromHours(12);
    private static readonly InstantPattern CheckedPattern = InstantPattern.ExtendedIso;

    /// <summary>Null when it is not time yet, or nothing is unseen or marked.</summary>
    /// <param name="states">Stored states; carry the marks.</param>
    /// <param name="intents">Intents; the first item carries the time of the last check.</param>
    /// <param name="seen">Ids of a complete listing.</param>
    /// <param name="instant">The run's instant.</param>
    public static StateCleanUp? Check(StateShards states, StateShards intents, IReadOnlySet<string> seen, Instant instant)
    {
        var last = LastCheck(intents);
        if (instant - last < TimeBetween)
            return null;
        // What is seen goes first: of a hundred thousand, few are left.
        var unseen = states.Ids.Concat(intents.Ids).Where(id => !seen.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        var marked = states.Items.SelectMany(item => item.Purge).ToHashSet(StringComparer.Ordinal);
        if (unseen.Count == 0 && marked.Count == 0)
            return null;
        // Marks of an older version, which kept no time, may be of any age.
        var known = last is null ? [] : marked;
        return new StateCleanUp(instant, [.. unseen.Where(id => !known.Contains(id))], [.. unseen.Where(known.Contains)]);
    }

    /// <summary>Notes the time of this check.</summary>
    public void NoteIn(StateShards intents)
    {
        var (pending, time) = (intents.First(), CheckedPattern.Format(Instant));
        pending.IsDirty |= pending.Checked != time;
        pending.Checked = time;
    }

    private static Instant? LastCheck(StateShards intents) =>
        intents.Items.Select(item => item.Checked).OfType<string>().Select(CheckedPattern.Parse)
            .Where(parsed => parsed.Success).Select(parsed => (Instant?)parsed.Value).Max();
}
