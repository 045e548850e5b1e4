using System.Collections.Immutable;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Ssm;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Makes of listed instances, databases, clusters and windows those of the local AWS.</summary>
internal static class FleetMapping
{
    private static readonly string[] Troubles = ["incompatible-", "inaccessible-", "insufficient-", "failed", "restore-error", "storage-full"];

    public static LocalInstance ToLocal(FleetInstance instance) => new()
    {
        Id = instance.Id,
        Account = instance.Account,
        Region = instance.Region,
        Zone = instance.AvailabilityZone[^1],
        Type = instance.Type,
        Tags = TagsOf(instance),
        InitialState = StateOf(instance.State),
        InstanceStoreRoot = instance.RootDeviceType == "instance-store",
        HibernationConfigured = instance.HibernationConfigured,
        Spot = instance.InstanceLifecycle == "spot" ? SpotRequest.OneTime : SpotRequest.None,
    };

    /// <param name="database">The database.</param>
    /// <param name="start">When the play begins: what RDS was to do before is in the listing already.</param>
    public static LocalDatabase ToLocal(FleetDatabase database, DateTimeOffset start) => new()
    {
        Id = database.Id,
        Account = database.Account,
        Region = database.Region,
        Zone = database.AvailabilityZone is { } zone ? zone[^1] : 'a',
        Class = database.Type,
        Engine = database.Engine,
        MultiAz = database.MultiAz,
        ReadReplicaSource = database.ReplicaSource,
        ReadReplicaSourceCluster = database.ReplicaSourceCluster,
        ReadReplicaClusters = database.ReplicaClusters,
        Tags = TagsOf(database),
        InitialStatus = StatusOf(database.State),
        InitialRestartTime = database.AutomaticRestart > start ? database.AutomaticRestart : null,
        MaintenanceWindow = database.MaintenanceWindow ?? "",
        KmsKeyId = database.KmsKeyId,
    };

    /// <param name="cluster">The cluster.</param>
    /// <param name="members">Its members.</param>
    /// <param name="start">When the play begins.</param>
    public static LocalCluster ToLocal(FleetCluster cluster, IEnumerable<FleetDatabase> members, DateTimeOffset start) => new()
    {
        Id = cluster.Id,
        Account = cluster.Account,
        Region = cluster.Region,
        Engine = cluster.Engine,
        EngineMode = cluster.EngineMode,
        Class = cluster.Class ?? "",
        Members = [.. members.Select(member => ToLocal(member, start))],
        Tags = TagsOf(cluster),
        InitialStatus = StatusOf(cluster.State),
        InitialRestartTime = cluster.AutomaticRestart > start ? cluster.AutomaticRestart : null,
        MaintenanceWindow = cluster.MaintenanceWindow ?? "",
        KmsKeyId = cluster.KmsKeyId,
    };

    /// <param name="window">The window.</param>
    /// <param name="id">Its id there; empty: a new one.</param>
    /// <param name="account">Where it is played.</param>
    /// <param name="region">Where it is played.</param>
    public static LocalMaintenanceWindow ToLocal(FleetWindow window, string id, string account, string region) => new()
    {
        Id = id,
        Account = account,
        Region = region,
        Name = window.Name,
        Schedule = window.Schedule,
        ScheduleTimezone = window.ScheduleTimezone,
        DurationHours = window.DurationHours,
        Enabled = window.Enabled,
    };

    private static ImmutableDictionary<string, string> TagsOf(FleetResource resource) =>
        resource.Tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);

    // A listing caught in a transition ends in the state it was going to.
    private static PowerState StateOf(string state) => state switch
    {
        "pending" or "running" => PowerState.Running,
        "terminated" or "shutting-down" => PowerState.Terminated,
        _ => PowerState.Stopped,
    };

    // Backups and changes end by themselves, troubles do not.
    private static string StatusOf(string status) => status switch
    {
        "stopped" or "stopping" => RdsStatus.Stopped,
        "deleting" => status,
        _ => Array.Exists(Troubles, trouble => status.Contains(trouble, StringComparison.Ordinal)) ? status : RdsStatus.Available,
    };
}
