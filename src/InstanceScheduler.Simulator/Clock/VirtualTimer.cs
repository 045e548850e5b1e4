namespace InstanceScheduler.Simulator.Clock;

/// <summary>A one-shot timer of <see cref="VirtualTimeProvider"/>: fires on the thread pool as soon as it is armed.</summary>
internal sealed class VirtualTimer(VirtualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    // Each arming gets a number; a firing that finds a later number (re-armed, disposed) does nothing.
    private long _arming;
    private bool _disposed;
    private readonly Lock _gate = new();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
        {
            throw new NotSupportedException(
                $"A timer with a period of {period} was asked of the virtual clock, where it would fire without end; use one-shot timers.");
        }

        long arming;
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            arming = ++_arming;
        }

        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
            var due = clock.GetUtcNow() + dueTime;
            // Never inline: the caller has not got its timer yet. The firing runs in the context of whoever armed it, as System timers do.
            ThreadPool.QueueUserWorkItem(_ => Fire(arming, due));
        }

        return true;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _arming++;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire(long arming, DateTimeOffset due)
    {
        lock (_gate)
        {
            if (arming != _arming)
            {
                return;
            }

            clock.AdvanceTo(due);
        }

        callback(state);
    }
}
