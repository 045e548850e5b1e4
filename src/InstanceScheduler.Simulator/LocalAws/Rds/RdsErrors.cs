using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>RDS's own texts as far as they are known.</summary>
internal static class RdsErrors
{
    public const string InvalidDatabaseState = "InvalidDBInstanceState";
    public const string InvalidClusterState = "InvalidDBClusterStateFault";
    public const string InvalidValue = "InvalidParameterValue";
    public const string InvalidCombination = "InvalidParameterCombination";

    public static AwsException DatabaseNotFound(string id) => new("DBInstanceNotFound", $"DBInstance {id} not found.", 404);

    public static AwsException ClusterNotFound(string id) => new("DBClusterNotFoundFault", $"DBCluster {id} not found.", 404);

    public static AwsException SnapshotNotFound(string id) => new("DBSnapshotNotFound", $"DBSnapshot {id} not found.", 404);

    public static AwsException Missing(string parameter) =>
        new("MissingParameter", $"The request must contain the parameter {parameter}.");

    public static AwsException NotAvailable(LocalDatabase database) =>
        new(InvalidDatabaseState, $"Instance {database.Id} is not in available state.");

    public static AwsException NotStopped(LocalDatabase database) => new(
        InvalidDatabaseState,
        $"Instance {database.Id} cannot be started as it is not in one of the following statuses: " +
        $"'{RdsStatus.Stopped}, {RdsStatus.Recoverable}'.");

    public static AwsException NotAvailable(LocalCluster cluster) =>
        new(InvalidClusterState, $"DbCluster {cluster.Id} is not in available state.");

    public static AwsException NotStopped(LocalCluster cluster, string status) => new(
        InvalidClusterState,
        $"DbCluster {cluster.Id} is in {status} state but expected it to be one of {RdsStatus.Stopped},{RdsStatus.Recoverable}.");

    public static AwsException MemberNotAvailable(LocalCluster cluster, LocalDatabase member) => new(
        InvalidDatabaseState, $"Instance {member.Id} of DbCluster {cluster.Id} is not in available state.");

    public static AwsException Replica() => new(InvalidDatabaseState, "Cannot stop or start a Read-Replica instance");

    public static AwsException ReplicaSource(LocalDatabase database) =>
        new(InvalidDatabaseState, $"Cannot stop or start instance {database.Id} as it has Read-Replica instances");

    public static AwsException EngineNotEligible(string deployment) =>
        new(InvalidCombination, $"{deployment} DB instances are not eligible for stopping and starting.");

    public static AwsException EngineModeNotEligible(LocalCluster cluster) => new(
        InvalidClusterState,
        $"DbCluster {cluster.Id} has the engine mode {cluster.EngineMode}, which is not eligible for stopping and starting.");

    public static AwsException SnapshotExists(string id) => new(
        "DBSnapshotAlreadyExists", $"Cannot create the snapshot because a snapshot with the identifier {id} already exists.");

    public static AwsException SnapshotQuota(int quota) =>
        new("SnapshotQuotaExceeded", $"Cannot create more than {quota} manual snapshots");

    public static AwsException SnapshotState(string text) => new("InvalidDBSnapshotState", text);

    /// <summary>What IAM answers; the caller is always the scheduler's role.</summary>
    public static AwsException AccessDenied(RdsRegion region, string action, string resourceArn)
    {
        var user = $"arn:{Arn.Partition(region.Name)}:sts::{region.Account}:assumed-role/scheduler-role/rds-scheduler-{region.Account}";
        return new AwsException(
            "AccessDenied",
            $"User: {user} is not authorized to perform: {action} on resource: {resourceArn} " +
            $"because no identity-based policy allows the {action} action",
            403);
    }

    /// <summary>The refusal that somebody set on a database or cluster by its code.</summary>
    public static AwsException Refusal(string code, RdsResource resource, string action) => (code, resource) switch
    {
        ("AccessDenied", _) => AccessDenied(resource.Entry.Region, action, resource.Arn),
        (InvalidDatabaseState, LocalDatabase database) when action == RdsActions.StartDatabase => NotStopped(database),
        (InvalidDatabaseState, LocalDatabase database) => NotAvailable(database),
        (InvalidClusterState, LocalCluster cluster) => NotAvailable(cluster),
        ("InsufficientDBInstanceCapacity", LocalDatabase database) => new AwsException(
            code, $"Insufficient capacity for the DB instance class {database.Class} in {database.Entry.Region.Name}{database.Zone}."),
        ("KMSKeyNotAccessibleFault", _) => new AwsException(
            code,
            $"The specified KMS key [{resource.KmsKeyId}] does not exist, is not enabled or you do not have permissions to access it."),
        ("Throttling", _) => new AwsException(code, "Rate exceeded"),
        ("InternalFailure", _) => new AwsException(code, "An internal error has occurred.", 500),
        ("ServiceUnavailable", _) => new AwsException(code, "The service is unavailable. Please try again shortly.", 503),
        _ => new AwsException(code, $"{resource.Arn} does not allow {action} ({code})."),
    };
}
