using System.Collections.Frozen;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>DescribeDBInstances, StartDBInstance and StopDBInstance.</summary>
internal static class DatabaseCalls
{
    private const string Identifier = "DBInstanceIdentifier";

    private static readonly FrozenDictionary<string, Func<LocalDatabase, IEnumerable<string?>>> Filters =
        new Dictionary<string, Func<LocalDatabase, IEnumerable<string?>>>(StringComparer.Ordinal)
        {
            ["db-instance-id"] = d => [d.Id, d.Arn],
            ["db-cluster-id"] = d => [d.Cluster?.Id, d.Cluster?.Arn],
            ["dbi-resource-id"] = d => [DatabaseXml.ResourceId(d)],
            ["engine"] = d => [d.Engine],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static int Describe(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var id = input[Identifier] is { Length: > 0 } identifier ? RdsInput.IdOf(identifier, "db") : null;
        region.EnsureAllowed(RdsActions.DescribeDatabases, "db:" + (id ?? "*"));
        var page = RdsPage.Read(input);
        var filters = new RdsFilters<LocalDatabase>(input, Filters);
        var (views, marker) = region.Atomically(now => page.Take(
            id is null ? region.DatabasesFrom(page.After) : [new(id, region.Database(id, now))],
            filters.Pass,
            database => DatabaseView.At(database, now)));
        DatabaseXml.WriteList(output, views);
        RdsXml.WriteMarker(output, marker);
        return views.Count;
    }

    public static int Start(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var id = RdsInput.IdOf(input.Required(Identifier), "db");
        region.EnsureAllowed(RdsActions.StartDatabase, "db:" + id);
        return Write(output, region.Atomically(now =>
        {
            var database = region.Database(id, now);
            RdsEligibility.Ensure(database, database.StartRefusal, RdsActions.StartDatabase, RdsEligibility.ForStart);
            database.Entry.Power.Start(now, RdsCause.Api);
            return DatabaseView.At(database, now);
        }));
    }

    public static int Stop(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var id = RdsInput.IdOf(input.Required(Identifier), "db");
        var snapshotId = input["DBSnapshotIdentifier"] is { Length: > 0 } given ? SnapshotCalls.NewId(given) : null;
        region.EnsureAllowed(RdsActions.StopDatabase, "db:" + id);
        return Write(output, region.Atomically(now =>
        {
            var database = region.Database(id, now);
            RdsEligibility.Ensure(database, database.StopRefusal, RdsActions.StopDatabase, RdsEligibility.ForStop);
            if (snapshotId is not null)
            {
                SnapshotCalls.Take(region, database, snapshotId, now);
            }

            database.Entry.Power.Stop(now, RdsCause.Api, atLeast: snapshotId is null ? TimeSpan.Zero : region.SnapshotTime);
            return DatabaseView.At(database, now);
        }));
    }

    private static int Write(XmlBuffer output, DatabaseView view)
    {
        DatabaseXml.Write(output, view);
        return 1;
    }
}
