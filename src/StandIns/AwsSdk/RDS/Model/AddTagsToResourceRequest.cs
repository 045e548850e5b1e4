namespace Amazon.RDS.Model;

public class AddTagsToResourceRequest : AmazonRDSRequest
{
    public string? ResourceName { get; set; }
    public List<Tag>? Tags { get; set; }
}
