using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Gathers the DB instances of one file. What cannot be read is reported, and its neighbours are not touched.</summary>
internal sealed class FleetDatabaseReader(InputProblems problems)
{
    private const string Kind = "database";

    private readonly HashSet<RdsArn> _arns = [];
    private readonly List<FleetDatabase> _databases = [];

    public IReadOnlyList<FleetDatabase> Databases => _databases;

    public void Read(JsonElement database, string place)
    {
        var item = database.Field("DBInstanceIdentifier").Text() is { } id ? $"{id} ({place})" : place;
        var (arn, type, engine, status) = (database.Field("DBInstanceArn"), database.Field("DBInstanceClass"), database.Field("Engine"), database.Field("DBInstanceStatus"));
        var name = RdsArn.Parse(arn.Text(), "db");
        var isSound = problems.IsSound(
            item,
            Kind,
            (name is not null, "DBInstanceArn", arn, RdsArn.Example + "db:orders"),
            (type.Text() is not null, "DBInstanceClass", type, "Write a class such as db.t3.medium"),
            (engine.Text() is not null, "Engine", engine, "Write an engine such as mysql"),
            (status.Text() is not null, "DBInstanceStatus", status, "Write a status such as available or stopped"));
        if (!isSound)
        {
            return;
        }

        if (!_arns.Add(name!))
        {
            problems.Add(item, "the database is listed before already", "The first listing counts");
            return;
        }

        _databases.Add(new FleetDatabase(name!.Account, name.Region, name.Id, type.Text()!, engine.Text()!, status.Text()!, FleetTagReader.Read(database, "TagList", Kind, item, problems))
        {
            AvailabilityZone = database.Field("AvailabilityZone").Text(),
            MultiAz = database.Field("MultiAZ") is { ValueKind: JsonValueKind.True },
            ClusterId = database.Field("DBClusterIdentifier").Text(),
            ReplicaSource = database.Field("ReadReplicaSourceDBInstanceIdentifier").Text(),
            ReplicaSourceCluster = database.Field("ReadReplicaSourceDBClusterIdentifier").Text(),
            Replicas = database.Field("ReadReplicaDBInstanceIdentifiers").Texts(),
            ReplicaClusters = database.Field("ReadReplicaDBClusterIdentifiers").Texts(),
            MaintenanceWindow = database.Field("PreferredMaintenanceWindow").Text(),
            AutomaticRestart = database.Field("AutomaticRestartTime").Time(),
            KmsKeyId = database.Field("KmsKeyId").Text(),
        });
    }
}
