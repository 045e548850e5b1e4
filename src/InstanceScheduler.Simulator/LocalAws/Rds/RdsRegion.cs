using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>The databases, clusters and snapshots of one account in one region.</summary>
internal sealed class RdsRegion(string account, string region, RdsTransitionTimes times, RdsHistory history, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly IdIndex<LocalDatabase> _databases = new();
    private readonly IdIndex<LocalCluster> _clusters = new();
    private readonly Dictionary<string, SortedSet<string>> _replicas = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _denied = new(StringComparer.Ordinal);

    public string Account => account;

    public string Name => region;

    public TimeSpan SnapshotTime => times.Snapshot;

    /// <summary>Within <see cref="Atomically{T}"/> only.</summary>
    public SnapshotStore Snapshots { get; } = new();

    /// <summary>What stands behind an id in host names.</summary>
    public string HostSuffix { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..12]
        + (Protocol.Arn.Partition(region) == "aws-cn" ? $".rds.{region}.amazonaws.com.cn" : $".{region}.rds.amazonaws.com");

    public string Arn(string resource) => Protocol.Arn.Of("rds", region, account, resource);

    /// <summary>False where the id is taken.</summary>
    public bool Add(LocalDatabase database) => Atomically(now => Add(database, now, cluster: null));

    /// <summary>Adds the members too. False where an id is taken; then nothing is added.</summary>
    public bool Add(LocalCluster cluster) => Atomically(now =>
    {
        var ids = cluster.Members.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count < cluster.Members.Count || ids.Any(id => _databases.TryGet(id, out _)) || !_clusters.TryAdd(cluster.Id, cluster))
        {
            return false;
        }

        var pace = new RdsPowerTimes(times.ClusterStart, times.ClusterStop, times.LongestStop);
        cluster.Entry = new RdsEntry(cluster, this, new RdsPower(cluster, pace, now, history, leader: null));
        return cluster.Members.All(m => Add(m, now, cluster));
    });

    /// <param name="replica">Its id, or its ARN where it is in another region.</param>
    public void AddReplica(string sourceId, string replica) => Atomically(_ =>
    {
        if (!_replicas.TryGetValue(sourceId, out var replicas))
        {
            _replicas[sourceId] = replicas = new SortedSet<string>(StringComparer.Ordinal);
        }

        return replicas.Add(replica);
    });

    public void Deny(string action) => _denied[action] = true;

    public void Allow(string action) => _denied.TryRemove(action, out _);

    /// <param name="resource">What the action is about: <c>db:billing</c>.</param>
    public void EnsureAllowed(string action, string resource)
    {
        if (_denied.ContainsKey(action))
        {
            throw RdsErrors.AccessDenied(this, action, Arn(resource));
        }
    }

    /// <summary>Acts on anything of the region as one step.</summary>
    public T Atomically<T>(Func<DateTimeOffset, T> act)
    {
        lock (_gate)
        {
            return act(time.GetUtcNow());
        }
    }

    /// <summary>Null where there is none. Without regard to case.</summary>
    public LocalDatabase? FindDatabase(string id) => Atomically(_ => _databases.TryGet(id, out var database) ? database : null);

    /// <summary>Null where there is none. Without regard to case.</summary>
    public LocalCluster? FindCluster(string id) => Atomically(_ => _clusters.TryGet(id, out var cluster) ? cluster : null);

    /// <summary>Within <see cref="Atomically{T}"/> only.</summary>
    public LocalDatabase Database(string id, DateTimeOffset now) =>
        _databases.TryGet(id, out var database) ? Settled(database, now) : throw RdsErrors.DatabaseNotFound(id);

    /// <summary>Within <see cref="Atomically{T}"/> only.</summary>
    public LocalCluster Cluster(string id, DateTimeOffset now) =>
        _clusters.TryGet(id, out var cluster) ? Settled(cluster, now) : throw RdsErrors.ClusterNotFound(id);

    /// <summary>Within <see cref="Atomically{T}"/> only.</summary>
    public IEnumerable<KeyValuePair<string, LocalDatabase>> DatabasesFrom(string? after) => _databases.From(after);

    /// <summary>Within <see cref="Atomically{T}"/> only.</summary>
    public IEnumerable<KeyValuePair<string, LocalCluster>> ClustersFrom(string? after) => _clusters.From(after);

    /// <summary>Within <see cref="Atomically{T}"/> only.</summary>
    public IReadOnlyCollection<string> ReplicasOf(LocalDatabase database) =>
        _replicas.TryGetValue(database.Id, out var replicas) ? replicas : [];

    public void SettleAll() => Atomically(now =>
    {
        foreach (var resource in _clusters.All.Concat<RdsResource>(_databases.All))
        {
            resource.Settle(now);
        }

        return true;
    });

    private bool Add(LocalDatabase database, DateTimeOffset now, LocalCluster? cluster)
    {
        if (!_databases.TryAdd(database.Id, database))
        {
            return false;
        }

        var pace = new RdsPowerTimes(times.Start, times.Stop, times.LongestStop);
        database.Cluster = cluster;
        database.Entry = new RdsEntry(database, this, new RdsPower(database, pace, now, history, cluster?.Entry.Power));
        return true;
    }

    private static T Settled<T>(T resource, DateTimeOffset now)
        where T : RdsResource
    {
        resource.Settle(now);
        return resource;
    }
}
