using System.Threading.Channels;

namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>A registered function: its environments take invocations from one queue.</summary>
internal sealed class LambdaFunction(string name, string arn, TimeSpan timeout)
{
    public string Name => name;

    public string InvokedArn => arn;

    public TimeSpan Timeout => timeout;

    public Channel<LambdaInvocation> Queue { get; } = Channel.CreateUnbounded<LambdaInvocation>();
}
