using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Lambda;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Gives every function that a stack deploys an execution environment in this process; its code is the scheduler's, whatever the stack names.</summary>
internal sealed class HostedFunctions : IAsyncDisposable
{
    private const int Loops = 2;

    private readonly LocalAws.LocalAws _aws;
    private readonly Stream _log;
    private ImmutableList<InProcessFunction> _environments = [];

    /// <param name="aws">Whose functions are hosted, those that are there already too.</param>
    /// <param name="log">Where the functions' log lines go.</param>
    public HostedFunctions(LocalAws.LocalAws aws, Stream log)
    {
        (_aws, _log) = (aws, log);
        aws.Functions.Registered = Host;
        foreach (var function in aws.Functions.All)
            Host(function);
    }

    public async ValueTask DisposeAsync()
    {
        _aws.Functions.Registered = null;
        foreach (var environment in _environments)
            await environment.DisposeAsync();
    }

    private void Host(LambdaFunction function) => ImmutableInterlocked.Update(
        ref _environments,
        (all, one) => all.Add(one),
        new InProcessFunction(_aws, function.Name, Loops, _aws.Time, Random.Shared.NextDouble, _log));
}
