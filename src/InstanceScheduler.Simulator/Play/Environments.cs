using InstanceScheduler.Simulator.Clock;

namespace InstanceScheduler.Simulator.Play;

/// <summary>One execution environment after the other: where a scripted fault kills one, a fresh one takes its place.</summary>
/// <remarks>One invocation runs at a time, so that what happens follows from the order of events alone.</remarks>
internal sealed class Environments : IAsyncDisposable
{
    private readonly Stage _stage;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly Func<TimeSpan> _skew;
    private readonly Stream _log;
    private readonly bool _overLoopback;
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _succession;

    /// <param name="stage">Where the function lives.</param>
    /// <param name="time">True time.</param>
    /// <param name="random">Random numbers from 0 to 1.</param>
    /// <param name="skew">How far the clock of the next environment is off.</param>
    /// <param name="log">Where log lines go.</param>
    /// <param name="overLoopback">Whether calls go over sockets.</param>
    public Environments(Stage stage, TimeProvider time, Func<double> random, Func<TimeSpan> skew, Stream log, bool overLoopback)
    {
        (_stage, _time, _random, _skew, _log, _overLoopback) = (stage, time, random, skew, log, overLoopback);
        _succession = SucceedAsync();
    }

    /// <summary>How many were killed.</summary>
    public int Deaths { get; private set; }

    /// <summary>Faults when an environment ends by itself, which none should.</summary>
    public Task Failure => _succession;

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _succession;
    }

    private async Task SucceedAsync()
    {
        while (!_end.Task.IsCompleted)
        {
            var clock = new SkewedTimeProvider(_time, _skew());
            var server = _overLoopback ? await _stage.Aws.ListenAsync(CancellationToken.None, Stage.FunctionName) : null;
            await using var function = new InProcessFunction(_stage, loops: 1, clock, _random, _log, new TimerlessClock(clock), server);
            var first = await Task.WhenAny(function.Death, function.Failure, _end.Task);
            // Over loopback the loop of a killed environment ends with a broken connection at the same moment.
            if (function.Death.IsCompleted)
            {
                clock.Die();
                Deaths++;
            }
            else
            {
                await first;
            }
        }
    }
}
