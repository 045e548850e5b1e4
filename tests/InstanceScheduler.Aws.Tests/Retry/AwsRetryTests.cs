using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Simulator.Clock;
using Microsoft.Extensions.Time.Testing;

namespace InstanceScheduler.Aws.Tests.Retry;

public sealed class AwsRetryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly VirtualTimeProvider _time = new(Start);
    private readonly RecordingLogger _logger = new();

    [Fact]
    public async Task A_call_that_succeeds_is_made_once()
    {
        using var deadline = Within(minutes: 5);
        Assert.Equal(7, await Retry().ExecuteAsync("Op", _ => Task.FromResult(7), deadline));
        Assert.Empty(_logger.Lines);
    }

    [Fact]
    public async Task Waits_follow_the_setting()
    {
        var calls = new Failing(_time, Throttled(), failures: 6);
        using var deadline = Within(minutes: 5);

        await Retry().ExecuteAsync("Op", calls.CallAsync, deadline);

        Assert.Equal([0, 5, 15, 30, 50, 70, 90], calls.SecondsSince(Start));
    }

    [Theory]
    [InlineData(0, new double[] { 0, 3, 9 })]
    [InlineData(1, new double[] { 0, 7, 21 })]
    public async Task Waits_vary_with_the_random_number(double random, double[] expected)
    {
        var calls = new Failing(_time, Throttled(), failures: 2);
        using var deadline = Within(minutes: 5);

        await Retry(random: random).ExecuteAsync("Op", calls.CallAsync, deadline);

        Assert.Equal(expected, calls.SecondsSince(Start));
    }

    public static TheoryData<Exception> Lasting =>
    [
        Error("IncorrectInstanceState", HttpStatusCode.BadRequest),
        Error("InsufficientInstanceCapacity", HttpStatusCode.InternalServerError),
        Error("UnauthorizedOperation", HttpStatusCode.Forbidden),
        new InvalidOperationException("ours"),
    ];

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task Errors_about_the_caller_or_an_instance_are_never_retried(Exception failure)
    {
        var calls = new Failing(_time, failure);
        using var deadline = Within(minutes: 5);

        Assert.Same(failure, await Record.ExceptionAsync(() => Retry().ExecuteAsync("Op", calls.CallAsync, deadline)));
        Assert.Single(calls.Times);
    }

    public static TheoryData<Exception> Passing =>
    [
        Throttled(),
        Error("InternalError", HttpStatusCode.InternalServerError),
        new HttpRequestException("broken"),
        new TaskCanceledException("timed out", new TimeoutException()),
    ];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Errors_that_pass_are_retried(Exception failure)
    {
        var calls = new Failing(_time, failure, failures: 1);
        using var deadline = Within(minutes: 5);

        await Retry().ExecuteAsync("Op", calls.CallAsync, deadline);
        Assert.Equal(2, calls.Times.Count);
        Assert.Contains("Op failed with", Assert.Single(_logger.Lines), StringComparison.Ordinal);
    }

    [Theory]
    // After 5 + 10 + 15 s the next wait may take 20 * 1.4 = 28 s.
    [InlineData(58, 3)]
    [InlineData(59, 4)]
    // The first wait may take 7 s.
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    public async Task Retrying_ends_when_the_deadline_leaves_no_room_and_the_last_error_comes_out(int seconds, int retries)
    {
        var calls = new Failing(_time, Throttled());
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(seconds), _time, CancellationToken.None);

        var failure = await Record.ExceptionAsync(() => Retry().ExecuteAsync("Op", calls.CallAsync, deadline));

        Assert.Same(calls.Failure, failure);
        Assert.Equal(1 + retries, calls.Times.Count);
        Assert.True(_time.GetUtcNow() < Start.AddSeconds(seconds));
    }

    [Fact]
    public async Task Without_any_waits_in_the_setting_retrying_still_ends()
    {
        var calls = new Failing(_time, Throttled());
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(2), _time, CancellationToken.None);

        await Record.ExceptionAsync(() => Retry("0,0,0,0").ExecuteAsync("Op", calls.CallAsync, deadline));

        Assert.InRange(calls.Times.Count, 2, 21);
    }

    [Fact]
    public async Task A_cancelled_deadline_makes_no_call()
    {
        using var stop = new CancellationTokenSource();
        using var deadline = new RunDeadline(TimeSpan.FromDays(2), _time, stop.Token);
        await stop.CancelAsync();
        var calls = new Failing(_time, Throttled());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retry().ExecuteAsync("Op", calls.CallAsync, deadline));
        Assert.Empty(calls.Times);
        Assert.True(deadline.IsOver);
    }

    [Fact]
    public async Task A_deadline_that_passes_during_a_call_reaches_it_and_is_not_retried()
    {
        using var stop = new CancellationTokenSource();
        using var deadline = new RunDeadline(TimeSpan.FromDays(2), _time, stop.Token);
        var attempts = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retry().ExecuteAsync<int>("Op", async token =>
        {
            attempts++;
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return 0;
        }, deadline));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_deadline_that_passes_during_a_wait_ends_it()
    {
        var time = new FakeTimeProvider(Start);
        using var stop = new CancellationTokenSource();
        using var deadline = new RunDeadline(TimeSpan.FromDays(2), time, stop.Token);
        var retry = new AwsRetry(RetrySettings.Default, time, () => 0.5, _logger);

        var waiting = retry.ExecuteAsync<int>("Op", _ => throw Throttled(), deadline);
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Calls_at_the_same_time_keep_to_their_own_deadlines()
    {
        using var soon = Within(minutes: 0.05);
        using var later = Within(minutes: 5);
        var retry = Retry();
        var ending = new Failing(_time, Throttled());
        var going = new Failing(_time, Throttled(), failures: 3);

        var ended = Record.ExceptionAsync(() => retry.ExecuteAsync("A", ending.CallAsync, soon));
        await retry.ExecuteAsync("B", going.CallAsync, later);

        Assert.Same(ending.Failure, await ended);
        Assert.Equal(4, going.Times.Count);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    public void A_deadline_without_time_is_over(int seconds)
    {
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(seconds), _time, CancellationToken.None);
        Assert.True(deadline.IsOver);
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_counts_down_on_the_clock_it_was_given()
    {
        using var deadline = Within(minutes: 5);
        Assert.False(deadline.IsOver);
        _time.AdvanceBy(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.False(deadline.IsOver);
        _time.AdvanceBy(TimeSpan.FromTicks(1));
        Assert.True(deadline.IsOver);
        Assert.Equal(TimeSpan.Zero, deadline.Left);
    }

    private static AmazonEC2Exception Throttled() => Error("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable);

    private static AmazonEC2Exception Error(string code, HttpStatusCode status) => new("text", ErrorType.Unknown, code, "request", status);

    private RunDeadline Within(double minutes) => new(TimeSpan.FromMinutes(minutes), _time, CancellationToken.None);

    private AwsRetry Retry(string settings = "5,5,20,0.4", double random = 0.5) => new(RetrySettings.TryParse(settings)!, _time, () => random, _logger);

    private sealed class Failing(TimeProvider time, Exception failure, int failures = int.MaxValue)
    {
        public Exception Failure => failure;

        public List<DateTimeOffset> Times { get; } = [];

        public IEnumerable<double> SecondsSince(DateTimeOffset start) => Times.Select(moment => (moment - start).TotalSeconds);

        public Task<bool> CallAsync(CancellationToken token)
        {
            Times.Add(time.GetUtcNow());
            return Times.Count <= failures ? Task.FromException<bool>(failure) : Task.FromResult(true);
        }
    }
}
