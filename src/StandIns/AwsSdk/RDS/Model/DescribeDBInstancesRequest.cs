namespace Amazon.RDS.Model;

public class DescribeDBInstancesRequest : AmazonRDSRequest
{
    public string? DBInstanceIdentifier { get; set; }
    public List<Filter>? Filters { get; set; }
    public string? Marker { get; set; }
    public int? MaxRecords { get; set; }
}
