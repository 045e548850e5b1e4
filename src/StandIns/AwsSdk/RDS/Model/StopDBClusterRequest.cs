namespace Amazon.RDS.Model;

public class StopDBClusterRequest : AmazonRDSRequest
{
    public string? DBClusterIdentifier { get; set; }
}
