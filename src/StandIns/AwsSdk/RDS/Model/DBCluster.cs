namespace Amazon.RDS.Model;

public class DBCluster
{
    public DateTime? AutomaticRestartTime { get; set; }
    public string? DBClusterArn { get; set; }
    public string? DBClusterIdentifier { get; set; }
    public string? DBClusterInstanceClass { get; set; }
    public List<DBClusterMember>? DBClusterMembers { get; set; }
    public string? Engine { get; set; }
    public string? EngineMode { get; set; }
    public WriteForwardingStatus? GlobalWriteForwardingStatus { get; set; }
    public string? KmsKeyId { get; set; }
    public bool? MultiAZ { get; set; }
    public string? PreferredMaintenanceWindow { get; set; }
    public List<string>? ReadReplicaIdentifiers { get; set; }
    public string? ReplicationSourceIdentifier { get; set; }
    public string? Status { get; set; }
    public List<Tag>? TagList { get; set; }
}
