using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services;

/// <summary>For those who look at all instances at once.</summary>
internal static class ServiceListings
{
    /// <summary>Every instance that carries the tag, in all states. Throws when nothing can be listed.</summary>
    public static async Task<ServiceListing> ListAsync(this IInstanceService service, string tagName, RunDeadline deadline)
    {
        var instances = new Dictionary<string, ManagedInstance>(StringComparer.Ordinal);
        var (isComplete, problems) = (true, new List<Problem>());
        await foreach (var page in service.ReadPagesAsync(tagName, deadline))
        {
            foreach (var instance in page.Instances)
                // Of one that is in two pages the later is newer.
                instances[instance.Id] = instance;
            isComplete &= page.IsComplete;
            problems.AddRange(page.Problems);
        }

        return new ServiceListing([.. instances.Values]) { IsComplete = isComplete, Problems = [.. problems] };
    }
}
