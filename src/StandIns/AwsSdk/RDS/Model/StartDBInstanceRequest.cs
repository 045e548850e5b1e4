namespace Amazon.RDS.Model;

public class StartDBInstanceRequest : AmazonRDSRequest
{
    public string? DBInstanceIdentifier { get; set; }
}
