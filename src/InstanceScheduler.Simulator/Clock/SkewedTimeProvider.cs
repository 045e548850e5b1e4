namespace InstanceScheduler.Simulator.Clock;

/// <summary>The clock of one process: ahead of or behind true time, and stopped for good when the process dies.</summary>
/// <remarks>Waits take as long as on the true clock; those of a dead process never end.</remarks>
internal sealed class SkewedTimeProvider(TimeProvider truth, TimeSpan skew) : TimeProvider
{
    private volatile bool _isDead;

    public override long TimestampFrequency => truth.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => truth.LocalTimeZone;

    public void Die() => _isDead = true;

    public override DateTimeOffset GetUtcNow() => truth.GetUtcNow() + skew;

    public override long GetTimestamp() => truth.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        truth.CreateTimer(state => Call(callback, state), state, _isDead ? Timeout.InfiniteTimeSpan : dueTime, period);

    private void Call(TimerCallback callback, object? state)
    {
        if (!_isDead)
            callback(state);
    }
}
