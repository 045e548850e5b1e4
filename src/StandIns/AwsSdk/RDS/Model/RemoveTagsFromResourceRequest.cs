namespace Amazon.RDS.Model;

public class RemoveTagsFromResourceRequest : AmazonRDSRequest
{
    public string? ResourceName { get; set; }
    public List<string>? TagKeys { get; set; }
}
