namespace InstanceScheduler.Simulator.Clock;

/// <summary>Simulated time: it stands still until somebody advances it or waits, and waiting costs no real time.</summary>
/// <remarks>
/// <para>A timer that is due in 5 s fires at once on the thread pool, after moving the clock to 5 s past the timer's creation.
/// Waits that begin at the same instant therefore overlap as real ones would: ten of 5 s move the clock by 5 s, not by 50.</para>
/// <para>The clock never goes back: neither a timer that would have fired earlier
/// nor <see cref="AdvanceTo"/> a past instant moves it.</para>
/// <para>A time-out on this clock elapses as soon as it is set, since nothing real is waited for:
/// deadlines belong on the real clock. A timer that is due never does not fire; periodic timers are refused.</para>
/// </remarks>
internal sealed class VirtualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long _now = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <summary>Moves the clock to the instant; an instant already passed leaves it where it is.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        var seen = Volatile.Read(ref _now);
        while (seen < instant.UtcTicks)
        {
            var before = Interlocked.CompareExchange(ref _now, instant.UtcTicks, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    public void AdvanceBy(TimeSpan span) => AdvanceTo(GetUtcNow() + span);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
