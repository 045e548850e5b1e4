using System.Text.RegularExpressions;
using Amazon.RDS;

namespace InstanceScheduler.Aws.Problems;

/// <summary>What a person can do about an error of RDS.</summary>
internal static partial class RdsRemedies
{
    private const string NextRun = "tried again next run";
    private const string EveryRun = "tried again every run";

    /// <summary>Null for errors that are not RDS's own.</summary>
    public static string? For(string operation, Exception failure) =>
        failure is AmazonRDSException ? For(operation, RdsError.CodeOf(failure), failure.Message) : null;

    private static string? For(string operation, string code, string message) => code switch
    {
        "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" => Allow(operation, message),
        "InvalidDBInstanceState" or "InvalidDBClusterState" or "InvalidDBShardGroupState" =>
            $"it is in transition (a backup, a change, a fail-over) or of a kind that AWS does not stop: {NextRun}; "
                + "remove its schedule tag if this stays",
        "InvalidParameterCombination" or "InvalidParameterValue" =>
            "if AWS cannot stop and start this kind of database, remove its schedule tag",
        "DBInstanceNotFound" or "DBClusterNotFound" => "it went away between listing and action; nothing to do",
        "InsufficientDBInstanceCapacity" or "InsufficientDBClusterCapacity" or "InsufficientStorageClusterCapacity" =>
            $"{EveryRun}; another instance class or zone may have capacity",
        "InstanceQuotaExceeded" => $"raise the account's quota for DB instances; {EveryRun}",
        "StorageQuotaExceeded" => $"raise the account's quota for RDS storage; {EveryRun}",
        "KMSKeyNotAccessible" =>
            $"enable {KeyIn(message)}, cancel its deletion if one is scheduled, and allow kms:DescribeKey and "
                + $"kms:CreateGrant on it for the scheduler's role; {EveryRun}",
        "InvalidSubnet" or "InvalidVPCNetworkState" or "DBSubnetGroupNotFound" or "DBSubnetGroupDoesNotCoverEnoughAZs" =>
            $"restore the DB subnet group: replace deleted subnets so that it covers its availability zones; {EveryRun}",
        "InsufficientAvailableIPsInSubnet" => $"free addresses in the subnets of its DB subnet group, or add a subnet; {EveryRun}",
        "VpcEncryptionControlViolationException" =>
            $"change to an instance class that encrypts in transit, or relax the VPC's encryption controls; {EveryRun}",
        "AuthorizationNotFound" =>
            $"restore the rules of its DB security group and the role AWSServiceRoleForRDS, by which RDS acts for the account; {EveryRun}",
        "DBSnapshotAlreadyExists" => $"another snapshot took the name meanwhile: delete it if nobody needs it; {NextRun}",
        "InvalidDBSnapshotState" => $"the old snapshot is being made, copied or deleted: {NextRun}",
        "SnapshotQuotaExceeded" =>
            $"delete manual snapshots that nobody needs, raise the account's quota for them, or switch create_rds_snapshot off; {EveryRun}",
        _ => null,
    };

    // A stop that takes a snapshot needs rules on the snapshot too, and rds:CreateDBSnapshot: AWS's words tell which is missing.
    private static string Allow(string operation, string message)
    {
        var allow = Denied().Match(message) is { Success: true } denied
            ? $"allow {denied.Groups["action"]} on {denied.Groups["resource"]} for the scheduler's role"
            : $"allow rds:{operation} for the scheduler's role";
        return operation switch
        {
            "DescribeDBSnapshots" or "DeleteDBSnapshot" => $"{allow}, or switch create_rds_snapshot off",
            "StopDBInstance" when IsAboutSnapshots(message) => $"{allow}, or switch create_rds_snapshot off",
            "DescribeDBClusters" or "StartDBCluster" or "StopDBCluster" => $"{allow}, or switch schedule_clusters off",
            _ => allow,
        };
    }

    private static bool IsAboutSnapshots(string message) =>
        message.Contains(":snapshot:", StringComparison.Ordinal) || message.Contains("CreateDBSnapshot", StringComparison.Ordinal);

    private static string KeyIn(string message) =>
        KeyArn().Match(message) is { Success: true, Value: var key } ? $"the KMS key {key}" : "the KMS key that encrypts it";

    [GeneratedRegex(
        @"perform: (?<action>[A-Za-z0-9]+:[A-Za-z]+) on resource: (?<resource>[^\s,]+[^\s,.)])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Denied();

    [GeneratedRegex(
        @"arn:aws[a-z-]*:kms:[a-z0-9-]+:\d+:(key|alias)/[A-Za-z0-9/_-]+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyArn();
}
