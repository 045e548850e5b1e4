namespace Amazon.RDS.Model;

public class DBClusterMember
{
    public string? DBInstanceIdentifier { get; set; }
    public bool? IsClusterWriter { get; set; }
}
