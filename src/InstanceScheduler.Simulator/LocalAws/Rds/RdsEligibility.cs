using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>What can be started and stopped now, by the API and at the console alike. Within a region's step only.</summary>
internal static class RdsEligibility
{
    /// <summary>Why it can't be started; null where it can.</summary>
    public static AwsException? ForStart(RdsResource resource) => resource switch
    {
        LocalDatabase database when Nature(database) is { } error => error,
        LocalDatabase database when !RdsStatus.IsStartable(database.Entry.Power.Status) => RdsErrors.NotStopped(database),
        LocalCluster cluster when Nature(cluster) is { } error => error,
        LocalCluster cluster when !RdsStatus.IsStartable(cluster.Entry.Power.Status) =>
            RdsErrors.NotStopped(cluster, cluster.Entry.Power.Status),
        _ => null,
    };

    /// <summary>Why it can't be stopped; null where it can.</summary>
    public static AwsException? ForStop(RdsResource resource) => resource switch
    {
        LocalDatabase database when Nature(database) is { } error => error,
        LocalDatabase database when database.Entry.Power.Status != RdsStatus.Available => RdsErrors.NotAvailable(database),
        LocalCluster cluster when Nature(cluster) is { } error => error,
        LocalCluster cluster when cluster.Entry.Power.Status != RdsStatus.Available => RdsErrors.NotAvailable(cluster),
        LocalCluster cluster when cluster.Members.FirstOrDefault(m => m.Entry.Power.Status != RdsStatus.Available) is { } member =>
            RdsErrors.MemberNotAvailable(cluster, member),
        _ => null,
    };

    /// <summary>Fails with the refusal set by its code, else with what the check finds.</summary>
    public static void Ensure(RdsResource resource, string? refusal, string action, Func<RdsResource, AwsException?> check)
    {
        if ((refusal is null ? check(resource) : RdsErrors.Refusal(refusal, resource, action)) is { } error)
        {
            throw error;
        }
    }

    private static AwsException? Nature(LocalDatabase database) => database switch
    {
        { Cluster: not null } => RdsErrors.EngineNotEligible(database.Engine),
        { IsReadReplica: true } => RdsErrors.Replica(),
        { IsSqlServer: true, MultiAz: true } => RdsErrors.EngineNotEligible($"{database.Engine} Multi-AZ"),
        _ => HasReplicas(database) ? RdsErrors.ReplicaSource(database) : null,
    };

    private static bool HasReplicas(LocalDatabase database) =>
        database.ReadReplicaClusters.Count > 0 || database.Entry.Region.ReplicasOf(database).Count > 0;

    private static AwsException? Nature(LocalCluster cluster) =>
        cluster.EngineMode == "provisioned" ? null : RdsErrors.EngineModeNotEligible(cluster);
}
