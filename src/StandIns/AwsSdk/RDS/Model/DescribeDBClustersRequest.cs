namespace Amazon.RDS.Model;

public class DescribeDBClustersRequest : AmazonRDSRequest
{
    public string? DBClusterIdentifier { get; set; }
    public List<Filter>? Filters { get; set; }
    public bool? IncludeShared { get; set; }
    public string? Marker { get; set; }
    public int? MaxRecords { get; set; }
}
