namespace Amazon.RDS.Model;

public class DBInstance
{
    public DateTime? AutomaticRestartTime { get; set; }
    public string? DBClusterIdentifier { get; set; }
    public string? DBInstanceArn { get; set; }
    public string? DBInstanceClass { get; set; }
    public string? DBInstanceIdentifier { get; set; }
    public string? DBInstanceStatus { get; set; }
    public string? DbiResourceId { get; set; }
    public string? Engine { get; set; }
    public DateTime? InstanceCreateTime { get; set; }
    public string? KmsKeyId { get; set; }
    public bool? MultiAZ { get; set; }
    public string? PreferredMaintenanceWindow { get; set; }
    public List<string>? ReadReplicaDBClusterIdentifiers { get; set; }
    public List<string>? ReadReplicaDBInstanceIdentifiers { get; set; }
    public string? ReadReplicaSourceDBClusterIdentifier { get; set; }
    public string? ReadReplicaSourceDBInstanceIdentifier { get; set; }
    public bool? StorageEncrypted { get; set; }
    public List<Tag>? TagList { get; set; }
}
