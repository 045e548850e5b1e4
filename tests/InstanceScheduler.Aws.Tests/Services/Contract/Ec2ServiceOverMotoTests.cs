using System.Collections.Immutable;
using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2.Listing;
using Xunit.Abstractions;
using ScheduledService = InstanceScheduler.Aws.Services.Ec2.Ec2Service;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

[Collection(MotoCollection.Name)]
public sealed class Ec2ServiceOverMotoTests(ITestOutputHelper output, MotoServer moto) : ServiceContract(output)
{
    private readonly Ec2Client _client = MotoServer.IsInstalled ? moto.Clients(Region).Ec2(Region) : null!;

    internal override IInstanceService Service => new ScheduledService(_client, Retry);

    internal override ManagedInstance Stranger => Ec2Stranger.Instance;

    protected override string? Missing => MotoServer.IsInstalled ? null : MotoServer.NotInstalled;

    protected override ImmutableDictionary<string, string> Gaps { get; } = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create(nameof(What_is_on_its_way_is_seen_so), "moto makes transitions at once"),
    ]);

    protected override async Task<string> AddAsync(params (string Key, string Value)[] tags)
    {
        var answer = await _client.RunInstancesAsync(new RunInstancesRequest
        {
            ImageId = "ami-12345678",
            InstanceType = InstanceType.M5Large,
            MinCount = 1,
            MaxCount = 1,
            TagSpecifications = [new TagSpecification { ResourceType = ResourceType.Instance, Tags = [.. tags.Select(tag => new Tag(tag.Key, tag.Value))] }],
        });
        return answer.Reservation.Instances[0].InstanceId;
    }

    protected override Task SettleAsync() => Task.CompletedTask;
}
