using InstanceScheduler.Simulator.Clock;

namespace InstanceScheduler.Simulator.Tests.Clock;

public sealed class VirtualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly VirtualTimeProvider _time = new(Start);

    [Fact]
    public async Task A_wait_takes_virtual_time_only()
    {
        var began = _time.GetTimestamp();

        await Task.Delay(TimeSpan.FromDays(1), _time);

        Assert.Equal(Start.AddDays(1), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromDays(1), _time.GetElapsedTime(began));
    }

    [Fact]
    public async Task Waits_in_a_row_add_up()
    {
        await Task.Delay(TimeSpan.FromSeconds(5), _time);
        await Task.Delay(TimeSpan.FromSeconds(5), _time);

        Assert.Equal(Start.AddSeconds(10), _time.GetUtcNow());
    }

    [Fact]
    public async Task No_wait_ends_early_however_many_overlap()
    {
        var late = await Task.WhenAll(Enumerable.Range(1, 200).Select(async i =>
        {
            var due = _time.GetUtcNow().AddSeconds(i);
            await Task.Delay(TimeSpan.FromSeconds(i), _time);
            return _time.GetUtcNow() - due;
        }));

        Assert.All(late, by => Assert.True(by >= TimeSpan.Zero));
    }

    [Fact]
    public void The_clock_never_goes_back()
    {
        _time.AdvanceTo(Start.AddHours(1));
        _time.AdvanceTo(Start);

        Assert.Equal(Start.AddHours(1), _time.GetUtcNow());
    }

    [Fact]
    public async Task A_disposed_or_endless_timer_does_not_fire()
    {
        var fired = 0;
        await using var endless = _time.CreateTimer(
            _ => Interlocked.Increment(ref fired), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var disposed = _time.CreateTimer(_ => Interlocked.Increment(ref fired), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await disposed.DisposeAsync();

        Assert.False(disposed.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        await Task.Delay(TimeSpan.FromDays(1), _time);
        Assert.Equal(0, fired);
    }

    [Fact]
    public async Task A_timer_can_be_armed_again()
    {
        var fired = new SemaphoreSlim(0);
        await using var timer = _time.CreateTimer(_ => fired.Release(), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        await fired.WaitAsync();
        timer.Change(TimeSpan.FromSeconds(7), Timeout.InfiniteTimeSpan);
        await fired.WaitAsync();

        Assert.Equal(Start.AddSeconds(12), _time.GetUtcNow());
    }

    [Fact]
    public void A_periodic_timer_is_refused()
    {
        var error = Assert.Throws<NotSupportedException>(() => _time.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.FromSeconds(1)));

        Assert.Contains("one-shot", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advancing_from_many_threads_ends_at_the_latest_instant()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), (i, _) =>
        {
            _time.AdvanceTo(Start.AddSeconds(i * 7919 % 1000));
            return ValueTask.CompletedTask;
        });

        Assert.Equal(Start.AddSeconds(999), _time.GetUtcNow());
    }
}
