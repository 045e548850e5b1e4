using System.Diagnostics.CodeAnalysis;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>The snapshots of one account in one region. Guarded by its region.</summary>
internal sealed class SnapshotStore
{
    private readonly IdIndex<LocalSnapshot> _snapshots = new();

    /// <summary>How many manual snapshots there may be; 100 as long as nobody asked AWS for more.</summary>
    public int Quota { get; set; } = 100;

    public IEnumerable<LocalSnapshot> All => _snapshots.All;

    /// <summary>Fails as AWS does where the id is taken or the quota is used up.</summary>
    public void EnsureRoomFor(string id)
    {
        if (_snapshots.TryGet(id, out _))
        {
            throw RdsErrors.SnapshotExists(id);
        }

        if (_snapshots.All.Count(s => !s.IsAutomated) >= Quota)
        {
            throw RdsErrors.SnapshotQuota(Quota);
        }
    }

    /// <summary>False where the id is taken.</summary>
    public bool TryAdd(LocalSnapshot snapshot) => _snapshots.TryAdd(snapshot.Id, snapshot);

    public void Remove(string id) => _snapshots.Remove(id);

    public bool TryGet(string id, [NotNullWhen(true)] out LocalSnapshot? snapshot) => _snapshots.TryGet(id, out snapshot);

    public IEnumerable<KeyValuePair<string, LocalSnapshot>> From(string? after) => _snapshots.From(after);
}
