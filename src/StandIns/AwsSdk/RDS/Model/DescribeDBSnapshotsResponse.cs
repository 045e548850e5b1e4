using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DescribeDBSnapshotsResponse : AmazonWebServiceResponse
{
    public List<DBSnapshot>? DBSnapshots { get; set; }
    public string? Marker { get; set; }
}
