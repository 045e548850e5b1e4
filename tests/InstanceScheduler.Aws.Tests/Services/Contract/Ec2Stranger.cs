using InstanceScheduler.Aws.Services;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

/// <summary>An instance of no fleet.</summary>
internal static class Ec2Stranger
{
    public static ManagedInstance Instance { get; } = new() { Id = "i-0fffffffffffffff0", State = PowerState.Running, InstanceType = "m5.large" };
}
