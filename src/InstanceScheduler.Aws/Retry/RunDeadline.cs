namespace InstanceScheduler.Aws.Retry;

/// <summary>The moment by which a phase of an invocation has to end, as a token and as time left.</summary>
/// <remarks>
/// The token follows the real clock, since the platform stops the process by it. The time left follows the injected clock,
/// so that waits of a simulation, which take no real time, still use it up.
/// </remarks>
internal sealed class RunDeadline : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _budget;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _source;

    /// <param name="budget">Time until then.</param>
    /// <param name="time">Clock of <see cref="Left"/>.</param>
    /// <param name="outer">Cancels earlier.</param>
    /// <param name="realClock">Clock of <see cref="Token"/>; null: the system's.</param>
    public RunDeadline(TimeSpan budget, TimeProvider time, CancellationToken outer, TimeProvider? realClock = null)
    {
        _time = time;
        _start = time.GetTimestamp();
        _budget = budget > TimeSpan.Zero ? budget : TimeSpan.Zero;
        // A timer cannot run for much longer, and nothing that has more time needs one.
        _timer = new CancellationTokenSource(_budget < Longest ? _budget : Longest, realClock ?? TimeProvider.System);
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer, _timer.Token);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Left => _budget - _time.GetElapsedTime(_start);

    public bool IsOver => _source.IsCancellationRequested || Left <= TimeSpan.Zero;

    public void Dispose()
    {
        _source.Dispose();
        _timer.Dispose();
    }
}
