namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Actions as policies name them.</summary>
internal static class RdsActions
{
    public const string DescribeDatabases = "rds:DescribeDBInstances";
    public const string DescribeClusters = "rds:DescribeDBClusters";
    public const string DescribeSnapshots = "rds:DescribeDBSnapshots";
    public const string StartDatabase = "rds:StartDBInstance";
    public const string StopDatabase = "rds:StopDBInstance";
    public const string StartCluster = "rds:StartDBCluster";
    public const string StopCluster = "rds:StopDBCluster";
    public const string DeleteSnapshot = "rds:DeleteDBSnapshot";
    public const string AddTags = "rds:AddTagsToResource";
    public const string RemoveTags = "rds:RemoveTagsFromResource";
    public const string ListTags = "rds:ListTagsForResource";
}
