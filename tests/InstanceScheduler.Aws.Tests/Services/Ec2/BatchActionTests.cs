using System.Collections.Immutable;
using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using CsCheck;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Simulator.Clock;
using Microsoft.Extensions.Logging.Abstractions;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class BatchActionTests
{
    private readonly VirtualTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    private static string IdOf(int number) => $"i-{number:x17}";

    private static ImmutableArray<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(IdOf)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(1000, 20)]
    public async Task Fifty_go_into_a_call(int count, int calls)
    {
        var aws = new Refusing();

        var outcome = await RunAsync(aws, Ids(count));

        Assert.Equal(calls, aws.Calls.Count);
        Assert.Equal(count, outcome.Accepted.Count);
        Assert.All(aws.Calls, call => Assert.InRange(call.Length, 1, BatchAction.BatchSize));
        Assert.Empty(outcome.Problems);
    }

    [Theory]
    [InlineData("InsufficientInstanceCapacity", 500, false, 13)]
    [InlineData("IncorrectInstanceState", 400, true, 2)]
    [InlineData("InvalidInstanceID.NotFound", 400, true, 2)]
    [InlineData("UnauthorizedOperation", 403, true, 3)]
    [InlineData("OperationNotPermitted", 400, true, 2)]
    [InlineData("UnauthorizedOperation", 403, false, 13)]
    [InlineData("NeverHeardOf", 400, false, 13)]
    public async Task One_that_is_refused_keeps_none_of_the_others_from_starting(string code, int status, bool names, int mostCalls)
    {
        for (var place = 0; place < 50; place += 7)
        {
            var aws = new Refusing { Names = names, [IdOf(place)] = (code, status) };

            var outcome = await RunAsync(aws, Ids(50));

            Assert.Equal(Ids(50).Where(id => id != IdOf(place)), outcome.Accepted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
            var problem = Assert.Single(outcome.Problems);
            Assert.Equal(code, problem.Code);
            Assert.Equal(IdOf(place), Assert.Single(problem.Ids));
            Assert.InRange(aws.Calls.Count, 2, mostCalls);
        }
    }

    [Fact]
    public async Task Several_causes_are_several_problems()
    {
        var aws = new Refusing
        {
            [IdOf(3)] = ("InsufficientInstanceCapacity", 500),
            [IdOf(4)] = ("IncorrectInstanceState", 400),
            [IdOf(40)] = ("InsufficientInstanceCapacity", 500),
        };

        var outcome = await RunAsync(aws, Ids(50));

        Assert.Equal(47, outcome.Accepted.Count);
        Assert.Equal(["IncorrectInstanceState", "InsufficientInstanceCapacity"], outcome.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal([IdOf(3), IdOf(40)], outcome.Problems.Single(problem => problem.Code == "InsufficientInstanceCapacity").Ids.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(50, true)]
    [InlineData(50, false)]
    [InlineData(1000, true)]
    public async Task Refused_whole_is_one_problem_after_few_calls(int count, bool names)
    {
        var aws = new Refusing { Names = names, All = ("UnauthorizedOperation", 403) };

        var outcome = await RunAsync(aws, Ids(count));

        Assert.InRange(aws.Calls.Count, 1, 4);
        Assert.Empty(outcome.Accepted);
        Assert.Empty(outcome.Unknown);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal("UnauthorizedOperation", problem.Code);
        Assert.Equal(Math.Min(count, 50), problem.Ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_caller_who_was_let_start_some_goes_on_after_a_batch_that_is_refused()
    {
        var aws = new Refusing();
        foreach (var id in Ids(150)[50..100])
            aws[id] = ("UnauthorizedOperation", 403);

        var outcome = await RunAsync(aws, Ids(150));

        Assert.Equal(Ids(150).RemoveRange(50, 50), outcome.Accepted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(50, Assert.Single(outcome.Problems).Ids.Length);
    }

    [Fact]
    public async Task All_out_of_capacity_are_all_tried()
    {
        var aws = new Refusing { All = ("InsufficientInstanceCapacity", 500) };

        var outcome = await RunAsync(aws, Ids(50));

        Assert.Equal(99, aws.Calls.Count);
        Assert.Equal(50, Assert.Single(outcome.Problems).Ids.Length);
    }

    [Fact]
    public async Task A_throttle_that_outlives_the_retries_ends_the_action_and_never_splits()
    {
        var aws = new Refusing { From = (Call: 2, "RequestLimitExceeded", 503) };

        var outcome = await RunAsync(aws, Ids(200), seconds: 60);

        Assert.Equal(50, outcome.Accepted.Count);
        Assert.Empty(outcome.Unknown);
        Assert.All(aws.Calls, call => Assert.Equal(50, call.Length));
        Assert.All(aws.Calls.Skip(1), call => Assert.Equal(aws.Calls[1], call, StringComparer.Ordinal));
        Assert.InRange(aws.Calls.Count, 3, 10);
        Assert.Equal("RequestLimitExceeded", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task A_throttle_amid_the_splitting_ends_it_as_well()
    {
        var aws = new Refusing { [IdOf(7)] = ("InsufficientInstanceCapacity", 500), From = (Call: 4, "RequestLimitExceeded", 503) };

        var outcome = await RunAsync(aws, Ids(100), seconds: 60);

        Assert.Empty(outcome.Unknown);
        Assert.Equal("RequestLimitExceeded", Assert.Single(outcome.Problems).Code);
        Assert.All(aws.Calls.Skip(3), call => Assert.Equal(aws.Calls[3], call, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("InternalError", 500)]
    [InlineData("Unavailable", 503)]
    public async Task After_a_fault_nobody_knows_what_became_of_the_batch(string code, int status)
    {
        var aws = new Refusing { From = (Call: 2, code, status) };

        var outcome = await RunAsync(aws, Ids(150), seconds: 60);

        Assert.Equal(Ids(50), outcome.Accepted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Ids(100)[50..], outcome.Unknown.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(code, Assert.Single(outcome.Problems).Code);
        Assert.All(aws.Calls, call => Assert.Equal(50, call.Length));
    }

    [Fact]
    public async Task Nor_when_a_throttle_follows_the_fault()
    {
        var aws = new Refusing { From = (Call: 1, "InternalError", 500), Then = (Call: 2, "RequestLimitExceeded", 503) };

        var outcome = await RunAsync(aws, Ids(50), seconds: 60);

        Assert.Equal(50, outcome.Unknown.Count);
        Assert.Equal("RequestLimitExceeded", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task A_fault_that_passes_is_nobodys_concern()
    {
        var aws = new Refusing { From = (Call: 1, "InternalError", 500), Then = (Call: 2, null, 0) };

        var outcome = await RunAsync(aws, Ids(50));

        Assert.Equal(50, outcome.Accepted.Count);
        Assert.Empty(outcome.Unknown);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task Out_of_time_between_batches_the_rest_waits_for_the_next_tick()
    {
        var aws = new Refusing { OnCall = () => _time.AdvanceBy(TimeSpan.FromSeconds(25)) };

        var outcome = await RunAsync(aws, Ids(500), seconds: 60);

        Assert.Equal(3, aws.Calls.Count);
        Assert.Equal(150, outcome.Accepted.Count);
        Assert.Empty(outcome.Unknown);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("OutOfTime", ProblemSeverity.Error), (problem.Code, problem.Severity));
        Assert.Equal(Ids(500)[150..], problem.Ids, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Out_of_time_amid_the_splitting_no_call_is_made_and_nothing_is_unknown()
    {
        var aws = new Refusing { All = ("InsufficientInstanceCapacity", 500), OnCall = () => _time.AdvanceBy(TimeSpan.FromSeconds(25)) };

        var outcome = await RunAsync(aws, Ids(100), seconds: 60);

        Assert.Equal(3, aws.Calls.Count);
        Assert.Empty(outcome.Accepted);
        Assert.Empty(outcome.Unknown);
        Assert.Equal(100, Assert.Single(outcome.Problems).Ids.Length);
    }

    [Fact]
    public async Task Without_any_time_nothing_is_called()
    {
        var aws = new Refusing();

        var outcome = await RunAsync(aws, Ids(10), seconds: 0);

        Assert.Empty(aws.Calls);
        Assert.Empty(outcome.Unknown);
        Assert.Equal("OutOfTime", Assert.Single(outcome.Problems).Code);
    }

    /// <summary>
    /// A refused one lies in at most seven nested parts of its batch (50, 25, 13, 7, 4, 2, 1), each of which is called at most
    /// twice (once more after taking out what was named), and makes a healthy neighbour of each but the first be called.
    /// </summary>
    private const int CallsPerRefused = 7 * 2 + 6;

    [Fact]
    public async Task Exactly_the_healthy_ones_are_accepted_and_each_refused_one_is_reported_once() =>
        await (from count in Gen.Int[1, 170]
               from names in Gen.Bool
               from share in Gen.Int[0, 100]
               from refusals in Gen.Select(Gen.Int[0, 99], Gen.OneOf(Gen.Const(0), Gen.Const(1), Gen.Const(2))).Array[count]
               select (names, refusals: refusals.Select(refusal => refusal.Item1 < share * share / 100 ? refusal.Item2 : -1).ToArray()))
            .SampleAsync(async sample =>
            {
                (string, int)[] codes = [("InsufficientInstanceCapacity", 500), ("IncorrectInstanceState", 400), ("VcpuLimitExceeded", 400)];
                var aws = new Refusing { Names = sample.names };
                for (var i = 0; i < sample.refusals.Length; i++)
                    if (sample.refusals[i] >= 0)
                        aws[IdOf(i)] = codes[sample.refusals[i]];
                var ids = Ids(sample.refusals.Length);

                var outcome = await RunAsync(aws, ids);

                Assert.Equal(ids.Where(id => !aws.Refuses(id)), outcome.Accepted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
                Assert.Equal(ids.Where(aws.Refuses), outcome.Problems.SelectMany(problem => problem.Ids).Order(StringComparer.Ordinal), StringComparer.Ordinal);
                Assert.Empty(outcome.Unknown);
                var refused = ids.Count(aws.Refuses);
                var batches = (ids.Length + 49) / 50;
                Assert.InRange(aws.Calls.Count, batches, batches + Math.Min(CallsPerRefused * refused, 2 * 2 * ids.Length));
                // What was accepted is not asked for again.
                Assert.Equal(outcome.Accepted.Count, aws.Succeeded.Sum(call => call.Length));
            }, iter: 300);

    private async Task<ActionOutcome> RunAsync(Refusing aws, ImmutableArray<string> ids, int seconds = 3_000)
    {
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(seconds), _time, CancellationToken.None);
        var retry = new AwsRetry(RetrySettings.Default, _time, () => 0.5, NullLogger.Instance);
        return await new BatchAction("StartInstances", retry, aws.CallAsync).RunAsync(ids, deadline);
    }

    /// <summary>Refuses a batch as a whole for the first of its ids that it refuses, as EC2 does.</summary>
    private sealed class Refusing
    {
        private readonly Dictionary<string, (string Code, int Status)> _refusals = new(StringComparer.Ordinal);

        public bool Names { get; init; }

        public (string Code, int Status)? All { get; init; }

        /// <summary>From this call on everything fails so.</summary>
        public (int Call, string? Code, int Status)? From { get; init; }

        /// <summary>From this later call on so; a null code succeeds.</summary>
        public (int Call, string? Code, int Status)? Then { get; init; }

        public Action? OnCall { get; init; }

        public List<ImmutableArray<string>> Calls { get; } = [];

        public List<ImmutableArray<string>> Succeeded { get; } = [];

        public (string Code, int Status) this[string id]
        {
            set => _refusals[id] = value;
        }

        public bool Refuses(string id) => _refusals.ContainsKey(id);

        public Task<ImmutableHashSet<string>> CallAsync(ImmutableArray<string> ids, CancellationToken token)
        {
            Calls.Add(ids);
            OnCall?.Invoke();
            var script = Then is { } then && Calls.Count >= then.Call ? then : From is { } from && Calls.Count >= from.Call ? from : default;
            if (script.Code is { } scripted)
                throw Error(scripted, script.Status, "Scripted.");
            var id = ids.FirstOrDefault(id => All is not null || Refuses(id));
            if (id is not null)
            {
                var (code, status) = All ?? _refusals[id];
                throw Error(code, status, Names ? $"The instance '{id}' cannot." : "Some instance cannot.");
            }

            Succeeded.Add(ids);
            return Task.FromResult<ImmutableHashSet<string>>([.. ids]);
        }

        private static AmazonEC2Exception Error(string code, int status, string message) => new(message, ErrorType.Unknown, code, "request", (HttpStatusCode)status);
    }
}
