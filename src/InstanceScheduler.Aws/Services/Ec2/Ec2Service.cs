using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services.Ec2.Listing;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>EC2 instances of one account and region.</summary>
internal sealed class Ec2Service(Ec2Client client, AwsRetry retry) : IInstanceService
{
    public const string ServiceName = ServiceNames.Ec2;

    private readonly PowerCalls _power = new(client);

    public bool CanResize => true;

    public bool TellsTransitions => true;

    public IAsyncEnumerable<ServiceListing> ReadPagesAsync(string tagName, RunDeadline deadline) =>
        new InstanceListing(client, retry).ReadPagesAsync(tagName, deadline);

    public Task<ActionOutcome> StartAsync(ImmutableArray<StartOrder> orders, RunDeadline deadline) =>
        new Starting(_power, new InstanceTypes(client, retry), retry).RunAsync(orders, deadline);

    public Task<ActionOutcome> StopAsync(ImmutableArray<StopOrder> orders, RunDeadline deadline) =>
        new Stopping(_power, retry).RunAsync(orders, deadline);

    public Task<ImmutableArray<Problem>> TagAsync(ImmutableArray<TagChange> changes, RunDeadline deadline) =>
        new TagAction(client, retry).RunAsync(changes, deadline);

    public Task<ImmutableArray<Problem>> ExplainFailedStartsAsync(ImmutableArray<ManagedInstance> instances, RunDeadline deadline) =>
        new FailedStarts(new VolumeKeys(client, retry)).ExplainAsync(instances, deadline);
}
