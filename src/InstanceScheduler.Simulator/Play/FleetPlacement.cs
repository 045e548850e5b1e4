using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Puts a listed fleet into a local AWS.</summary>
internal static class FleetPlacement
{
    public static void Put(FleetReading fleet, LocalAws.LocalAws aws)
    {
        foreach (var instance in fleet.Instances)
            aws.Ec2.Add(FleetMapping.ToLocal(instance));
        PutDatabases(fleet, aws);
        PutWindows(fleet, aws);
    }

    // A listing tells neither account nor region, and an id is taken only once.
    private static void PutWindows(FleetReading fleet, LocalAws.LocalAws aws)
    {
        var places = fleet.Instances.Select(instance => (instance.Account, instance.Region)).Distinct().ToList();
        foreach (var window in fleet.Windows)
            foreach (var place in places)
                aws.Windows.Add(FleetMapping.ToLocal(window, place == places[0] ? window.Id : "", place.Account, place.Region));
    }

    private static void PutDatabases(FleetReading fleet, LocalAws.LocalAws aws)
    {
        var start = aws.Time.GetUtcNow();
        var unlisted = Unlisted(fleet).ToList();
        foreach (var cluster in fleet.Clusters.Concat(unlisted))
            aws.Rds.Add(FleetMapping.ToLocal(cluster, fleet.MembersOf(cluster), start));
        foreach (var database in fleet.Databases.Where(database => database.ClusterId is null))
        {
            aws.Rds.Add(FleetMapping.ToLocal(database, start));
            // A replica in another region may not be listed, and its source cannot be stopped all the same.
            foreach (var replica in database.Replicas)
                aws.Rds.Region(database.Account, database.Region).AddReplica(database.Id, replica);
        }
    }

    // A member goes with its cluster, whether or not anybody listed that.
    private static IEnumerable<FleetCluster> Unlisted(FleetReading fleet)
    {
        var listed = fleet.Clusters.Select(cluster => cluster.Key).ToHashSet();
        return fleet.Databases.Where(database => database.ClusterId is not null)
            .GroupBy(database => database.Key with { Id = database.ClusterId! })
            .Where(members => !listed.Contains(members.Key))
            .Select(members => new FleetCluster(members.Key.Account, members.Key.Region, members.Key.Id, members.First().Engine, members.First().State, []));
    }
}
