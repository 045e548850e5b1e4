using System.Collections.Immutable;
using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Looks up the KMS keys of instances' volumes.</summary>
internal sealed class VolumeKeys(IAmazonEC2 client, AwsRetry retry)
{
    // EC2's limit for the values of one filter.
    private const int MostValues = 200;
    private const int PageSize = 500;

    /// <summary>Names of keys, sorted, by instance; those without an encrypted volume are left out.</summary>
    /// <returns>What was found, and why it may not be all; null: it is all.</returns>
    public async Task<(IReadOnlyDictionary<string, SortedSet<string>> Keys, Exception? Failure)> FindAsync(
        ImmutableArray<string> ids, RunDeadline deadline)
    {
        var keys = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        try
        {
            foreach (var some in ids.Chunk(MostValues))
                await ReadAsync(some, keys, deadline);
            return (keys, null);
        }
        catch (Exception failure)
        {
            return (keys, failure);
        }
    }

    private async Task ReadAsync(string[] ids, Dictionary<string, SortedSet<string>> keys, RunDeadline deadline)
    {
        var request = new DescribeVolumesRequest { MaxResults = PageSize, Filters = [new Filter("attachment.instance-id", [.. ids])] };
        do
        {
            var page = await retry.ExecuteAsync("DescribeVolumes", token => client.DescribeVolumesAsync(request, token), deadline);
            foreach (var volume in page.Volumes ?? [])
                foreach (var attachment in volume.Attachments ?? [])
                    if (volume.KmsKeyId is { Length: > 0 } key && attachment.InstanceId is { } id)
                        (keys.TryGetValue(id, out var known) ? known : keys[id] = new SortedSet<string>(StringComparer.Ordinal)).Add(key);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
