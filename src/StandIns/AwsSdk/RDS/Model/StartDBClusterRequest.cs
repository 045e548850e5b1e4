namespace Amazon.RDS.Model;

public class StartDBClusterRequest : AmazonRDSRequest
{
    public string? DBClusterIdentifier { get; set; }
}
