namespace InstanceScheduler.Aws.Retry;

/// <summary>The moment by which a phase of an invocation has to end, as a token and as time left.</summary>
/// <remarks>
/// The token follows the real clock, since the platform stops the process by it. The time left follows the injected clock,
/// so that waits of a simulation, which take no real time, still use it up.
/// </remarks>
internal sealed class RunDeadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _budget;
    private readonly CancellationTokenSource _source;

    public RunDeadline(TimeSpan budget, TimeProvider time, CancellationToken outer)
    {
        _time = time;
        _start = time.GetTimestamp();
        _budget = budget > TimeSpan.Zero ? budget : TimeSpan.Zero;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        // A timer cannot run for longer than this, and nothing that has more time needs one.
        if (_budget == TimeSpan.Zero)
            _source.Cancel();
        else if (_budget < TimeSpan.FromDays(1))
            _source.CancelAfter(_budget);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Left => _budget - _time.GetElapsedTime(_start);

    public bool IsOver => _source.IsCancellationRequested || Left <= TimeSpan.Zero;

    public void Dispose() => _source.Dispose();
}
