using System.Collections.Immutable;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>What is stored under a schedule's name.</summary>
/// <param name="Schedule">Null: there is no such schedule.</param>
/// <param name="Periods">Periods whose names make them the schedule's own.</param>
internal sealed record StoredSchedule(OwnedItem? Schedule, ImmutableArray<OwnedItem> Periods)
{
    /// <summary>Both.</summary>
    public IEnumerable<OwnedItem> Items => Schedule is null ? Periods : Periods.Prepend(Schedule);

    /// <summary>Whether a request was carried out before, and may be answered without doing anything again.</summary>
    public bool WasDoneBy(ItemOwner owner, string requestId) =>
        Schedule is not null && Schedule.IsOf(owner) && Schedule.Requests.Contains(requestId, StringComparer.Ordinal);
}
