using System.Threading.Channels;

namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>A registered function: its environments take invocations from one queue.</summary>
internal sealed class LambdaFunction(string name, string arn, TimeSpan timeout)
{
    public string Name => name;

    public string InvokedArn => arn;

    /// <summary>How long an invocation may last; changes count from the next one on.</summary>
    public TimeSpan Timeout { get; set; } = timeout;

    public Channel<LambdaInvocation> Queue { get; } = Channel.CreateUnbounded<LambdaInvocation>();
}
