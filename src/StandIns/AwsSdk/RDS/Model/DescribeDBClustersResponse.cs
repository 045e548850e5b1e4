using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DescribeDBClustersResponse : AmazonWebServiceResponse
{
    public List<DBCluster>? DBClusters { get; set; }
    public string? Marker { get; set; }
}
