using System.Collections.Immutable;
using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>EC2 instances of one account and region.</summary>
internal sealed class Ec2Service(IAmazonEC2 client, AwsRetry retry) : IInstanceService
{
    public const string ServiceName = "ec2";

    private const int PageSize = 1000;
    private const string AutoScalingTag = "aws:autoscaling:groupName";

    public bool CanResize => false;

    public bool TellsTransitions => true;

    public async Task<ServiceListing> ListAsync(string tagName, RunDeadline deadline)
    {
        // By id: while pages are read, an instance can move from one to the next.
        var instances = new Dictionary<string, ManagedInstance>(StringComparer.Ordinal);
        var request = new DescribeInstancesRequest
        {
            MaxResults = PageSize,
            Filters = [new Filter("tag-key", [EscapeWildcards(tagName)])],
        };
        do
        {
            var page = await retry.ExecuteAsync("DescribeInstances", token => client.DescribeInstancesAsync(request, token), deadline);
            foreach (var instance in (page.Reservations ?? []).SelectMany(reservation => reservation.Instances ?? []))
                if (instance.Tags?.Find(tag => tag.Key == tagName) is { } tag)
                    instances[instance.InstanceId] = ToManaged(instance, tag.Value);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return new ServiceListing([.. instances.Values]);
    }

    public Task<ActionOutcome> StartAsync(ImmutableArray<StartOrder> orders, RunDeadline deadline) =>
        new BatchAction("StartInstances", retry, async (batch, token) =>
        {
            var response = await client.StartInstancesAsync(new StartInstancesRequest { InstanceIds = [.. batch] }, token);
            return [.. (response.StartingInstances ?? []).Select(change => change.InstanceId)];
        }).RunAsync([.. orders.Select(order => order.Id)], deadline);

    public Task<ActionOutcome> StopAsync(ImmutableArray<StopOrder> orders, RunDeadline deadline) =>
        new BatchAction("StopInstances", retry, async (batch, token) =>
        {
            var response = await client.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [.. batch] }, token);
            return [.. (response.StoppingInstances ?? []).Select(change => change.InstanceId)];
        }).RunAsync([.. orders.Select(order => order.Id)], deadline);

    public Task<ImmutableArray<Problem>> TagAsync(ImmutableArray<TagChange> changes, RunDeadline deadline) =>
        Task.FromResult<ImmutableArray<Problem>>([]);

    public Task<ImmutableArray<Problem>> ExplainFailedStartsAsync(ImmutableArray<ManagedInstance> instances, RunDeadline deadline) =>
        Task.FromResult<ImmutableArray<Problem>>([.. instances.Select(instance => new Problem(
            "StartFellBack", $"started, and fell back to stopped with {instance.StateReason}", [instance.Id],
            "see the instance's state reason in the console; the schedule decides again"))]);

    private static ManagedInstance ToManaged(Instance instance, string? schedule) => new()
    {
        Id = instance.InstanceId,
        Schedule = string.IsNullOrWhiteSpace(schedule) ? null : schedule.Trim(),
        State = StateOf(instance.State?.Name),
        InstanceType = instance.InstanceType?.Value ?? "",
        Untouchable = WhyUntouchable(instance),
        StateReason = instance.StateReason?.Code,
        LastTransition = StateTransition.TimeOf(instance.StateTransitionReason),
    };

    private static PowerState StateOf(InstanceStateName? name) => name?.Value switch
    {
        "pending" => PowerState.Pending,
        "running" => PowerState.Running,
        "stopped" => PowerState.Stopped,
        "shutting-down" or "terminated" => PowerState.Gone,
        // Also for states that AWS may add: seen, but not acted on.
        _ => PowerState.Stopping,
    };

    private static string? WhyUntouchable(Instance instance)
    {
        if (instance.Tags?.Exists(tag => tag.Key == AutoScalingTag) == true)
            return "it belongs to an Auto Scaling group, which would replace it: schedule the group instead";
        return instance.RootDeviceType == DeviceType.InstanceStore
            ? "its root volume is an instance store, which cannot be stopped: remove the schedule tag"
            : null;
    }

    // EC2 reads * and ? in filter values as wildcards.
    private static string EscapeWildcards(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal);
}
