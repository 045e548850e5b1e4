using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

/// <summary>Every operation once, with every field of its request set.</summary>
internal static class RdsCalls
{
    private static readonly List<Filter> Filters =
    [
        new Filter { Name = "engine", Values = ["mysql", "postgres"] },
        new Filter { Name = "db-instance-id", Values = ["db-1"] },
    ];

    public static IReadOnlyDictionary<string, Func<AmazonRDSClient, Task<AmazonWebServiceResponse>>> All { get; } =
        new Dictionary<string, Func<AmazonRDSClient, Task<AmazonWebServiceResponse>>>
        {
            ["AddTagsToResource"] = async rds => await rds.AddTagsToResourceAsync(new AddTagsToResourceRequest
            {
                ResourceName = "arn:aws-cn:rds:cn-north-1:123456789012:db:db-1",
                Tags = [new Tag { Key = "started", Value = "开 & 关" }, new Tag { Key = "empty", Value = "" }],
            }),
            ["DeleteDBSnapshot"] = async rds => await rds.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest
            {
                DBSnapshotIdentifier = "stack-stopped-db-1",
            }),
            ["DescribeDBClusters"] = async rds => await rds.DescribeDBClustersAsync(new DescribeDBClustersRequest
            {
                DBClusterIdentifier = "cl-1",
                Filters = Filters,
                IncludeShared = false,
                Marker = "m-2",
                MaxRecords = 100,
            }),
            ["DescribeDBInstances"] = async rds => await rds.DescribeDBInstancesAsync(new DescribeDBInstancesRequest
            {
                DBInstanceIdentifier = "db-1",
                Filters = Filters,
                Marker = "m-2",
                MaxRecords = 100,
            }),
            ["DescribeDBSnapshots"] = async rds => await rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest
            {
                DBInstanceIdentifier = "db-1",
                DBSnapshotIdentifier = "stack-stopped-db-1",
                Filters = Filters,
                Marker = "m-2",
                MaxRecords = 20,
                SnapshotType = "manual",
            }),
            ["RemoveTagsFromResource"] = async rds => await rds.RemoveTagsFromResourceAsync(new RemoveTagsFromResourceRequest
            {
                ResourceName = "arn:aws-cn:rds:cn-north-1:123456789012:db:db-1",
                TagKeys = ["started", "stopped"],
            }),
            ["StartDBCluster"] = async rds => await rds.StartDBClusterAsync(new StartDBClusterRequest { DBClusterIdentifier = "cl-1" }),
            ["StartDBInstance"] = async rds => await rds.StartDBInstanceAsync(new StartDBInstanceRequest { DBInstanceIdentifier = "db-1" }),
            ["StopDBCluster"] = async rds => await rds.StopDBClusterAsync(new StopDBClusterRequest { DBClusterIdentifier = "cl-1" }),
            ["StopDBInstance"] = async rds => await rds.StopDBInstanceAsync(new StopDBInstanceRequest
            {
                DBInstanceIdentifier = "db-1",
                DBSnapshotIdentifier = "stack-stopped-db-1",
            }),
        };

    public static TheoryData<string> Names => [.. All.Keys];
}
