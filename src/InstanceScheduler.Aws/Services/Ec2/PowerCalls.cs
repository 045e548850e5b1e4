using System.Collections.Immutable;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>The calls that start and stop instances; each returns the ids that AWS accepted.</summary>
internal sealed class PowerCalls(IAmazonEC2 client)
{
    public async Task<ImmutableHashSet<string>> StartAsync(ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var response = await client.StartInstancesAsync(new StartInstancesRequest { InstanceIds = [.. ids] }, cancellationToken);
        return [.. (response.StartingInstances ?? []).Select(change => change.InstanceId)];
    }

    public Task<ImmutableHashSet<string>> StopAsync(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        StopAsync(new StopInstancesRequest { InstanceIds = [.. ids] }, cancellationToken);

    public Task<ImmutableHashSet<string>> HibernateAsync(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        StopAsync(new StopInstancesRequest { InstanceIds = [.. ids], Hibernate = true }, cancellationToken);

    private async Task<ImmutableHashSet<string>> StopAsync(StopInstancesRequest request, CancellationToken cancellationToken)
    {
        var response = await client.StopInstancesAsync(request, cancellationToken);
        return [.. (response.StoppingInstances ?? []).Select(change => change.InstanceId)];
    }
}
