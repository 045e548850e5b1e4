using System.Collections.Frozen;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>DescribeDBSnapshots and DeleteDBSnapshot, and the snapshots that stops take.</summary>
internal static class SnapshotCalls
{
    private const string Identifier = "DBSnapshotIdentifier";
    private const string Manual = "manual";
    private const string Automated = "automated";

    private static readonly FrozenDictionary<string, Func<LocalSnapshot, IEnumerable<string?>>> Filters =
        new Dictionary<string, Func<LocalSnapshot, IEnumerable<string?>>>(StringComparer.Ordinal)
        {
            ["db-snapshot-id"] = s => [s.Id],
            ["db-instance-id"] = s => [s.DatabaseId],
            ["snapshot-type"] = s => [Type(s)],
            ["engine"] = s => [s.Engine],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static int Describe(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var id = input[Identifier] is { Length: > 0 } identifier ? RdsInput.IdOf(identifier, "snapshot") : null;
        region.EnsureAllowed(RdsActions.DescribeSnapshots, "snapshot:" + (id ?? "*"));
        var page = RdsPage.Read(input);
        var filters = new RdsFilters<LocalSnapshot>(input, Filters);
        var (databaseId, type) = (input["DBInstanceIdentifier"], input["SnapshotType"]);
        var (views, marker) = region.Atomically(now => page.Take(
            id is null ? region.Snapshots.From(page.After) : [new(id, Existing(region, id))],
            s => filters.Pass(s)
                && (databaseId is not { Length: > 0 } || s.DatabaseId.Equals(databaseId, StringComparison.OrdinalIgnoreCase))
                && (type is not { Length: > 0 } || type == Type(s)),
            s => new SnapshotView(s, s.StatusAt(now), region)));
        SnapshotXml.WriteList(output, views);
        RdsXml.WriteMarker(output, marker);
        return views.Count;
    }

    public static int Delete(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var id = input.Required(Identifier);
        region.EnsureAllowed(RdsActions.DeleteSnapshot, "snapshot:" + id);
        var deleted = region.Atomically(now =>
        {
            var snapshot = Existing(region, id);
            if (snapshot.IsAutomated)
            {
                throw RdsErrors.SnapshotState("Only manual snapshots may be deleted.");
            }

            if (snapshot.StatusAt(now) != RdsStatus.Available)
            {
                throw RdsErrors.SnapshotState($"Cannot delete the snapshot {snapshot.Id} because it is not in available state.");
            }

            region.Snapshots.Remove(snapshot.Id);
            return snapshot;
        });
        SnapshotXml.Write(output, new SnapshotView(deleted, "deleted", region));
        return 1;
    }

    /// <summary>As AWS stores an id that somebody chose. Fails where AWS does not take it.</summary>
    public static string NewId(string given) => RdsIdentifier.IsWellFormed(given, RdsIdentifier.LongestSnapshot)
        ? given.ToLowerInvariant()
        : throw new AwsException(
            RdsErrors.InvalidValue,
            $"The parameter {Identifier} is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII " +
            "letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.");

    /// <summary>Begins the snapshot that a stop takes. Within a region's step only.</summary>
    public static void Take(RdsRegion region, LocalDatabase database, string id, DateTimeOffset now)
    {
        region.Snapshots.EnsureRoomFor(id);
        region.Snapshots.TryAdd(new LocalSnapshot
        {
            Id = id,
            DatabaseId = database.Id,
            Account = region.Account,
            Region = region.Name,
            Engine = database.Engine,
            Zone = database.Zone,
            KmsKeyId = database.KmsKeyId,
            AvailableFrom = now + region.SnapshotTime,
        });
    }

    public static string Type(LocalSnapshot snapshot) => snapshot.IsAutomated ? Automated : Manual;

    private static LocalSnapshot Existing(RdsRegion region, string id) =>
        region.Snapshots.TryGet(id, out var snapshot) ? snapshot : throw RdsErrors.SnapshotNotFound(id);
}
