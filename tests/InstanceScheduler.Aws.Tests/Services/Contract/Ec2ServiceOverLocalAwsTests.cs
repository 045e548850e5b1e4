using System.Collections.Immutable;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using Xunit.Abstractions;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;
using ScheduledService = InstanceScheduler.Aws.Services.Ec2.Ec2Service;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

public sealed class Ec2ServiceOverLocalAwsTests(ITestOutputHelper output) : ServiceContract(output)
{
    private int _added;

    internal override IInstanceService Service => new ScheduledService(Clients.Ec2(Region), Retry);

    internal override ManagedInstance Stranger => Ec2Stranger.Instance;

    protected override Task<string> AddAsync(params (string Key, string Value)[] tags) => Task.FromResult(Aws.Ec2.Add(new LocalInstance
    {
        Id = $"i-{++_added:x17}",
        InitialState = LocalState.Running,
        Tags = tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    }).Id);

    protected override Task SettleAsync()
    {
        Time.AdvanceBy(TimeSpan.FromHours(1));
        return Task.CompletedTask;
    }
}
