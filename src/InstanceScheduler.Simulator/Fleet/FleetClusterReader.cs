using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Gathers the DB clusters of one file. What cannot be read is reported, and its neighbours are not touched.</summary>
internal sealed class FleetClusterReader(InputProblems problems)
{
    private const string Kind = "cluster";

    private readonly HashSet<RdsArn> _arns = [];
    private readonly List<FleetCluster> _clusters = [];

    public IReadOnlyList<FleetCluster> Clusters => _clusters;

    public void Read(JsonElement cluster, string place)
    {
        var item = cluster.Field("DBClusterIdentifier").Text() is { } id ? $"{id} ({place})" : place;
        var (arn, engine, status) = (cluster.Field("DBClusterArn"), cluster.Field("Engine"), cluster.Field("Status"));
        var name = RdsArn.Parse(arn.Text(), "cluster");
        var isSound = problems.IsSound(
            item,
            Kind,
            (name is not null, "DBClusterArn", arn, RdsArn.Example + "cluster:orders"),
            (engine.Text() is not null, "Engine", engine, "Write an engine such as aurora-mysql"),
            (status.Text() is not null, "Status", status, "Write a status such as available or stopped"));
        if (!isSound)
        {
            return;
        }

        if (!_arns.Add(name!))
        {
            problems.Add(item, "the cluster is listed before already", "The first listing counts");
            return;
        }

        _clusters.Add(new FleetCluster(name!.Account, name.Region, name.Id, engine.Text()!, status.Text()!, FleetTagReader.Read(cluster, "TagList", Kind, item, problems))
        {
            EngineMode = cluster.Field("EngineMode").Text() ?? "provisioned",
            Class = cluster.Field("DBClusterInstanceClass").Text(),
            MaintenanceWindow = cluster.Field("PreferredMaintenanceWindow").Text(),
            AutomaticRestart = cluster.Field("AutomaticRestartTime").Time(),
            KmsKeyId = cluster.Field("KmsKeyId").Text(),
        });
    }
}
