using Amazon.Runtime;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>One page of a listing.</summary>
internal sealed class InstancePage : AmazonWebServiceResponse
{
    /// <summary>The page's instances that carry the tag, in AWS's order.</summary>
    public List<ManagedInstance> Instances { get; } = [];

    /// <summary>What asks for the next page; null: this was the last.</summary>
    public string? NextToken { get; set; }
}
