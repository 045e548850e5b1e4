using Amazon.EC2.Model;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Lists the instances that carry a tag, page by page.</summary>
internal sealed class InstanceListing(Ec2Client client, AwsRetry retry)
{
    private const int PageSize = 1000;

    /// <remarks>What was looked at can go before the next page comes: a hundred thousand instances at once would be most of a small function's memory.</remarks>
    public async IAsyncEnumerable<ServiceListing> ReadPagesAsync(string tagName, RunDeadline deadline)
    {
        var reader = new PageReader(tagName);
        var request = new DescribeInstancesRequest
        {
            MaxResults = PageSize,
            Filters = [new Filter("tag-key", [EscapeWildcards(tagName)])],
        };
        do
        {
            var page = await retry.ExecuteAsync("DescribeInstances", token => client.ListInstancesAsync(request, reader, token), deadline);
            yield return new ServiceListing([.. page.Instances]);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    // EC2 reads * and ? in filter values as wildcards.
    private static string EscapeWildcards(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("?", "\\?", StringComparison.Ordinal);
}
