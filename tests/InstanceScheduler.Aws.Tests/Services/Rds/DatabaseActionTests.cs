using System.Collections.Concurrent;
using System.Collections.Immutable;
using CsCheck;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Rds;
using InstanceScheduler.Simulator.Clock;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ScheduledService = InstanceScheduler.Aws.Services.Rds.RdsService;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed class DatabaseActionTests
{
    private readonly VirtualTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Two_hundred_starts_of_100_ms_take_no_more_than_two_and_a_half_seconds()
    {
        var time = new FakeTimeProvider();
        var (begun, underWay, most) = (0, 0, 0);
        var rds = new ScriptedRds(async (_, _, token) =>
        {
            var wait = Task.Delay(TimeSpan.FromMilliseconds(100), time, token);
            InterlockedMax(ref most, Interlocked.Increment(ref underWay));
            Interlocked.Increment(ref begun);
            await wait;
            Interlocked.Decrement(ref underWay);
        });
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(10), time, CancellationToken.None);
        var start = time.GetUtcNow();
        var starting = ServiceOver(rds, time).StartAsync([.. Ids(200).Select(id => new StartOrder(RdsTest.Instance(id)))], deadline);

        for (var together = DatabaseAction.AtOnce; together <= 200; together += DatabaseAction.AtOnce)
        {
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun) == together, TimeSpan.FromSeconds(30)), "Fewer calls than allowed are under way.");
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(200, (await starting).Accepted.Count);
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
        Assert.Equal(DatabaseAction.AtOnce, most);
    }

    /// <summary>What may become of a start, and whether it counts as accepted, unknown or a problem.</summary>
    private static readonly ImmutableArray<(string Fate, Func<int, Exception?> Answer)> Fates =
    [
        ("accepted", _ => null),
        ("accepted", call => call == 1 ? ScriptedRds.Error("Throttling") : null),
        ("accepted", call => call == 1 ? new IOException("lost before it arrived") : null),
        ("unknown", call => call == 1 ? new IOException("lost after it arrived") : ScriptedRds.Error("InvalidDBInstanceState")),
        ("unknown", call => call == 1 ? ScriptedRds.Error("InternalFailure", 500) : ScriptedRds.Error("InvalidDBInstanceState")),
        ("problem", _ => ScriptedRds.Error("InvalidDBInstanceState")),
        ("problem", call => call == 1 ? ScriptedRds.Error("Throttling") : ScriptedRds.Error("InvalidDBInstanceState")),
        ("problem", _ => ScriptedRds.Error("InsufficientDBInstanceCapacity")),
        ("problem", _ => ScriptedRds.Error("KMSKeyNotAccessibleFault")),
        ("problem", _ => ScriptedRds.Error("AccessDenied", 403)),
        ("problem", _ => ScriptedRds.Error("NeverHeardOf")),
        ("problem", _ => new InvalidOperationException("ours")),
    ];

    [Fact]
    public async Task Each_is_accepted_unknown_or_in_one_problem_whatever_becomes_of_its_neighbours() =>
        await Gen.Int[0, Fates.Length - 1].Array[1, 60].SampleAsync(async fates =>
        {
            var ids = Ids(fates.Length);
            var rds = new ScriptedRds((id, call, _) => Fates[fates[ids.IndexOf(id)]].Answer(call) is { } error ? Task.FromException(error) : Task.CompletedTask);
            using var deadline = new RunDeadline(TimeSpan.FromDays(1), _time, CancellationToken.None);

            var outcome = await ServiceOver(rds, _time).StartAsync([.. ids.Select(id => new StartOrder(RdsTest.Instance(id)))], deadline);

            Assert.Equal(Of("accepted"), outcome.Accepted.Order(StringComparer.Ordinal));
            Assert.Equal(Of("unknown"), outcome.Unknown.Order(StringComparer.Ordinal));
            Assert.Equal(Of("problem"), outcome.Problems.SelectMany(problem => problem.Ids).Order(StringComparer.Ordinal));
            Assert.Equal(outcome.Problems.Length, outcome.Problems.DistinctBy(problem => problem.Code).Count());
            Assert.Equal(ids, outcome.Attempted.Order(StringComparer.Ordinal));

            IEnumerable<string> Of(string fate) => ids.Where((_, place) => Fates[fates[place]].Fate == fate);
        }, iter: 200);

    [Theory]
    [InlineData("Throttling", 400)]
    [InlineData("InternalFailure", 500)]
    public async Task What_outlives_the_retries_ends_the_action_as_one_problem_and_leaves_the_rest_untouched(string code, int status)
    {
        var rds = new ScriptedRds((id, _, _) => string.CompareOrdinal(id, "db010") < 0 ? Task.CompletedTask : Task.FromException(ScriptedRds.Error(code, status)));
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(60), _time, CancellationToken.None);

        var outcome = await ServiceOver(rds, _time).StartAsync([.. Ids(100).Select(id => new StartOrder(RdsTest.Instance(id)))], deadline);

        Assert.Equal(Ids(10), outcome.Accepted.Order(StringComparer.Ordinal));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((code, "the next tick continues"), (problem.Code, problem.Remedy));
        Assert.InRange(problem.Ids.Length, 1, DatabaseAction.AtOnce);
        Assert.Equal(outcome.Attempted.Except(outcome.Accepted).Order(StringComparer.Ordinal), problem.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(status == 500 ? problem.Ids.ToHashSet(StringComparer.Ordinal) : [], outcome.Unknown);
        Assert.Equal(rds.Called.Order(StringComparer.Ordinal), outcome.Attempted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Out_of_time_the_rest_waits_for_the_next_tick()
    {
        var late = new TaskCompletionSource();
        var rds = new ScriptedRds((id, _, _) =>
        {
            if (id != "db004")
                return late.Task;
            _time.AdvanceBy(TimeSpan.FromMinutes(2));
            late.SetResult();
            return Task.CompletedTask;
        });
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(60), _time, CancellationToken.None);

        var outcome = await ServiceOver(rds, _time).StopAsync([.. Ids(100).Select(id => new StopOrder(RdsTest.Instance(id)))], deadline);

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal("OutOfTime", problem.Code);
        Assert.Contains($"{problem.Ids.Length} instances to go", problem.Message, StringComparison.Ordinal);
        Assert.Equal(Ids(100), outcome.Accepted.Concat(problem.Ids).Order(StringComparer.Ordinal));
        Assert.Equal(outcome.Accepted, outcome.Attempted);
        Assert.Empty(outcome.Unknown);
    }

    [Fact]
    public async Task Without_any_time_nothing_is_called()
    {
        var rds = new ScriptedRds((_, _, _) => Task.CompletedTask);
        using var deadline = new RunDeadline(TimeSpan.Zero, _time, CancellationToken.None);

        var outcome = await ServiceOver(rds, _time).StartAsync([.. Ids(3).Select(id => new StartOrder(RdsTest.Instance(id)))], deadline);

        Assert.Empty(rds.Called);
        Assert.Empty(outcome.Attempted);
        Assert.Equal(3, Assert.Single(outcome.Problems).Ids.Length);
    }

    [Fact]
    public async Task Nothing_to_do_is_done_without_a_call_or_a_problem()
    {
        var rds = new ScriptedRds((_, _, _) => Task.CompletedTask);
        using var deadline = new RunDeadline(TimeSpan.Zero, _time, CancellationToken.None);

        Assert.Empty((await ServiceOver(rds, _time).StartAsync([], deadline)).Problems);
    }

    [Fact]
    public async Task One_that_is_slow_holds_up_no_other()
    {
        var done = new ConcurrentBag<string>();
        var others = new TaskCompletionSource();
        var rds = new ScriptedRds(async (id, _, _) =>
        {
            if (id == "db000")
                await others.Task;
            done.Add(id);
            if (done.Count == 49)
                others.TrySetResult();
        });
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(10), _time, CancellationToken.None);

        var outcome = await ServiceOver(rds, _time).StartAsync([.. Ids(50).Select(id => new StartOrder(RdsTest.Instance(id)))], deadline);

        Assert.Equal(50, outcome.Accepted.Count);
    }

    private static ImmutableArray<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(number => $"db{number:000}")];

    private static ScheduledService ServiceOver(ScriptedRds rds, TimeProvider time) => new(
        rds.Client, new AwsRetry(RetrySettings.Default, time, () => 0.5, NullLogger.Instance), new RdsOptions("hub", CreateSnapshot: false, ScheduleClusters: false));

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
