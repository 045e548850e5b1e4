namespace Amazon.RDS.Model;

public class DBSnapshot
{
    public string? DBInstanceIdentifier { get; set; }
    public string? DbiResourceId { get; set; }
    public string? DBSnapshotArn { get; set; }
    public string? DBSnapshotIdentifier { get; set; }
    public DateTime? SnapshotCreateTime { get; set; }
    public string? SnapshotType { get; set; }
    public string? Status { get; set; }
}
