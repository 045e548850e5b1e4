using Amazon.EC2.Model;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Lists the instances that carry a tag, page by page.</summary>
internal sealed class InstanceListing(Ec2Client client, AwsRetry retry)
{
    private const int PageSize = 1000;

    public async Task<ServiceListing> ReadAsync(string tagName, RunDeadline deadline)
    {
        // By id: while pages are read, an instance can move from one to the next.
        var instances = new Dictionary<string, ManagedInstance>(StringComparer.Ordinal);
        var reader = new PageReader(tagName);
        var request = new DescribeInstancesRequest
        {
            MaxResults = PageSize,
            Filters = [new Filter("tag-key", [EscapeWildcards(tagName)])],
        };
        do
        {
            var page = await retry.ExecuteAsync("DescribeInstances", token => client.ListInstancesAsync(request, reader, token), deadline);
            foreach (var instance in page.Instances)
                instances[instance.Id] = instance;
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return new ServiceListing([.. instances.Values]);
    }

    // EC2 reads * and ? in filter values as wildcards.
    private static string EscapeWildcards(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("?", "\\?", StringComparison.Ordinal);
}
