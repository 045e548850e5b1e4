namespace Amazon.CloudFormation.Model;

public class StackResourceDetail
{
    public string? Description { get; set; }
    public DateTime? LastUpdatedTimestamp { get; set; }
    public string? LogicalResourceId { get; set; }
    public string? Metadata { get; set; }
    public string? PhysicalResourceId { get; set; }
    public ResourceStatus? ResourceStatus { get; set; }
    public string? ResourceStatusReason { get; set; }
    public string? ResourceType { get; set; }
    public string? StackId { get; set; }
    public string? StackName { get; set; }
}
