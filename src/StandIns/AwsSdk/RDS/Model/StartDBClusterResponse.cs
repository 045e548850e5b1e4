using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class StartDBClusterResponse : AmazonWebServiceResponse
{
    public DBCluster? DBCluster { get; set; }
}
