using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class StopDBClusterResponse : AmazonWebServiceResponse
{
    public DBCluster? DBCluster { get; set; }
}
