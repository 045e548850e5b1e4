using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DescribeDBInstancesResponse : AmazonWebServiceResponse
{
    public List<DBInstance>? DBInstances { get; set; }
    public string? Marker { get; set; }
}
