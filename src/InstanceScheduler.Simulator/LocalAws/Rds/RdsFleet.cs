using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>The databases, clusters and snapshots of all accounts and regions, and what people and RDS itself do with them.</summary>
internal sealed class RdsFleet(LocalAwsOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Account, string Region), RdsRegion> _regions = new();
    private readonly ConcurrentQueue<RdsResource> _resources = new();
    private readonly RdsHistory _history = new();

    /// <summary>In the order of being added, members of clusters right after their cluster.</summary>
    public IEnumerable<LocalDatabase> Databases => _resources.OfType<LocalDatabase>();

    public IEnumerable<LocalCluster> Clusters => _resources.OfType<LocalCluster>();

    /// <summary>Every change of a status up to now, by time.</summary>
    public ImmutableArray<RdsTransition> History
    {
        get
        {
            foreach (var region in _regions.Values)
            {
                region.SettleAll();
            }

            return _history.Sorted();
        }
    }

    public LocalDatabase Add(LocalDatabase database)
    {
        EnsureId(database);
        var region = Home(database.Account, database.Region, database.Id);
        if (!region.Add(database))
        {
            throw Taken(database, region);
        }

        if (database.ReadReplicaSource is { } source)
        {
            AddReplica(region, source, database);
        }

        _resources.Enqueue(database);
        return database;
    }

    /// <summary>Adds the cluster and its members.</summary>
    public LocalCluster Add(LocalCluster cluster)
    {
        EnsureId(cluster);
        foreach (var member in cluster.Members)
        {
            EnsureId(member);
        }

        var region = Home(cluster.Account, cluster.Region, cluster.Id);
        if (!region.Add(cluster))
        {
            throw Taken(cluster, region);
        }

        _resources.Enqueue(cluster);
        foreach (var member in cluster.Members)
        {
            _resources.Enqueue(member);
        }

        return cluster;
    }

    public LocalSnapshot Add(LocalSnapshot snapshot)
    {
        var region = Home(snapshot.Account, snapshot.Region, snapshot.Id);
        return region.Atomically(_ => region.Snapshots.TryAdd(snapshot))
            ? snapshot
            : throw new ArgumentException(
                $"There is a snapshot '{snapshot.Id}' in {region.Account}, {region.Name} already; give it another id.", nameof(snapshot));
    }

    /// <param name="id">Without regard to case.</param>
    /// <param name="account">Null means the hub.</param>
    /// <param name="region">Null means the hub's.</param>
    public LocalDatabase Database(string id, string? account = null, string? region = null) =>
        Home(account, region, id).FindDatabase(id) ?? throw NotThere("database", id);

    /// <inheritdoc cref="Database"/>
    public LocalCluster Cluster(string id, string? account = null, string? region = null) =>
        Home(account, region, id).FindCluster(id) ?? throw NotThere("cluster", id);

    /// <summary>The snapshots there are now, by id.</summary>
    /// <param name="account">Null means the hub.</param>
    /// <param name="region">Null means the hub's.</param>
    public ImmutableArray<LocalSnapshot> Snapshots(string? account = null, string? region = null)
    {
        var home = Home(account, region, "a snapshot");
        return home.Atomically(_ => home.Snapshots.All.ToImmutableArray());
    }

    /// <summary>Starts at the console. False where its status or its nature does not allow it.</summary>
    public bool HumanStart(RdsResource resource) => ByHand(resource, now =>
    {
        if (RdsEligibility.ForStart(resource) is not null)
        {
            return false;
        }

        resource.Entry.Power.Start(now, RdsCause.Human);
        return true;
    });

    /// <summary>Stops at the console. False where its status or its nature does not allow it.</summary>
    public bool HumanStop(RdsResource resource) => ByHand(resource, now =>
    {
        if (RdsEligibility.ForStop(resource) is not null)
        {
            return false;
        }

        resource.Entry.Power.Stop(now, RdsCause.Human, atLeast: TimeSpan.Zero);
        return true;
    });

    /// <summary>Sets a tag at the console, or removes it with null.</summary>
    public void HumanTag(RdsResource resource, string key, string? value) => ByHand(resource, _ =>
    {
        var tags = resource.Entry.Tags;
        resource.Entry.Tags = value is null ? tags.Remove(key) : tags.SetItem(key, value);
        return true;
    });

    /// <summary>RDS itself changes the status: failover (<c>rebooting</c>), <c>maintenance</c>, <c>modifying</c>, trouble.</summary>
    /// <param name="duration">How long, after which all goes on from where it was; null for good, and members of a cluster too.</param>
    public void SetStatus(RdsResource resource, string status, TimeSpan? duration = null) => ByHand(resource, now =>
    {
        resource.Entry.Power.Put(status, now, duration);
        return true;
    });

    /// <summary>From now on nobody may do this there: <c>rds:StopDBInstance</c>.</summary>
    public void Deny(string account, string region, string action) => Region(account, region).Deny(action);

    public void Allow(string account, string region, string action) => Region(account, region).Allow(action);

    /// <summary>How many manual snapshots there may be there from now on; 100 by default.</summary>
    public void SetSnapshotQuota(string account, string region, int quota)
    {
        var home = Region(account, region);
        home.Atomically(_ => home.Snapshots.Quota = quota);
    }

    internal RdsRegion Region(string account, string region) => _regions.GetOrAdd(
        (account, region), key => new RdsRegion(key.Account, key.Region, options.RdsTransitionTimes, _history, time));

    private T ByHand<T>(RdsResource resource, Func<DateTimeOffset, T> act)
    {
        var region = resource.Entry.Region;
        if (Region(region.Account, region.Name) != region)
        {
            throw new ArgumentException($"The {resource.Kind} '{resource.Id}' is in another fleet.", nameof(resource));
        }

        return region.Atomically(now =>
        {
            resource.Settle(now);
            return act(now);
        });
    }

    private RdsRegion Home(string? account, string? region, string id)
    {
        var name = region ?? options.HubRegion;
        return options.HasRegion(name)
            ? Region(account ?? options.HubAccount, name)
            : throw new ArgumentException(
                $"The region '{name}' of '{id}' does not exist; list it in LocalAwsOptions.Regions.", nameof(region));
    }

    // A source in another region is told by its ARN, and knows the replica by its ARN.
    private void AddReplica(RdsRegion region, string source, LocalDatabase replica)
    {
        if (source.Split(':') is ["arn", _, "rds", var otherRegion, var account, "db", var id])
        {
            Region(account, otherRegion).AddReplica(id, replica.Arn);
        }
        else
        {
            region.AddReplica(source, replica.Id);
        }
    }

    private static void EnsureId(RdsResource resource)
    {
        if (!RdsIdentifier.IsWellFormed(resource.Id, RdsIdentifier.LongestDatabase) || resource.Id.Any(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException(
                $"'{resource.Id}' is no identifier of RDS; use a letter, then at most {RdsIdentifier.LongestDatabase - 1} letters, " +
                "digits and single hyphens, all in lower case.",
                nameof(resource));
        }
    }

    private static ArgumentException Taken(RdsResource resource, RdsRegion region) => new(
        $"The {resource.Kind} '{resource.Id}' or a member of it is in {region.Account}, {region.Name} already; give it another id.",
        nameof(resource));

    private static KeyNotFoundException NotThere(string kind, string id) =>
        new($"No {kind} '{id}' is in that account and region; add it first, or name its account and region.");
}
