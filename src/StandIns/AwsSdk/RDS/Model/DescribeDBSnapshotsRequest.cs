namespace Amazon.RDS.Model;

public class DescribeDBSnapshotsRequest : AmazonRDSRequest
{
    public string? DBInstanceIdentifier { get; set; }
    public string? DBSnapshotIdentifier { get; set; }
    public List<Filter>? Filters { get; set; }
    public string? Marker { get; set; }
    public int? MaxRecords { get; set; }
    public string? SnapshotType { get; set; }
}
