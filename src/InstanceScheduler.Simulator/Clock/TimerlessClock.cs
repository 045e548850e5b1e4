namespace InstanceScheduler.Simulator.Clock;

/// <summary>Another clock's time without its timers: deadlines on it never end.</summary>
internal sealed class TimerlessClock(TimeProvider truth) : TimeProvider
{
    public override long TimestampFrequency => truth.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => truth.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => truth.GetUtcNow();

    public override long GetTimestamp() => truth.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
