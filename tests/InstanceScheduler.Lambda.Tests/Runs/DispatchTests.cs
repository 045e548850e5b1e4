using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Invocation;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Handlers;
using InstanceScheduler.Lambda.Scheduling;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class DispatchTests
{
    private const int Thousand = 1000;

    private static readonly TimeSpan PerInvoke = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);
    private static readonly Instant Tick = Instant.FromUtc(2026, 11, 23, 1, 0);

    private readonly ProblemList _problems = new();

    [Fact]
    public async Task A_thousand_targets_take_an_eighth_of_the_serial_time_at_most()
    {
        var time = new FakeTimeProvider();
        using var arrivals = new SemaphoreSlim(0);
        var invoked = new ConcurrentBag<string>();
        var client = ClientThat(async (request, token) =>
        {
            invoked.Add(request.Payload!);
            var answer = Task.Delay(PerInvoke, time, token);
            arrivals.Release();
            await answer;
            return Accepted();
        });
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(5), time, CancellationToken.None, time);
        var start = time.GetUtcNow();

        var run = DispatchOver(client, time).RunAsync(Targets(Thousand), Request(), _problems, deadline);
        // All that can be on their way are, before time goes on.
        for (var begun = 0; begun < Thousand; time.Advance(PerInvoke))
            for (var round = 0; round < Dispatch.AtOnce && begun < Thousand; round++, begun++)
                Assert.True(await arrivals.WaitAsync(LongEnough));
        var dispatched = await run.WaitAsync(LongEnough);

        var serial = Thousand * PerInvoke;
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.Zero, serial / 8);
        Assert.Equal(TimeSpan.FromMilliseconds(640), time.GetUtcNow() - start);
        Assert.Equal(Thousand, invoked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Targets(Thousand), dispatched.Select(one => one.Target));
        Assert.All(dispatched, one => Assert.Equal((202, "id"), (one.Status, one.RequestId)));
        Assert.Empty(_problems.All);
    }

    [Fact]
    public async Task As_many_connections_to_one_host_are_open_at_once()
    {
        var aws = new LocalAws(new LocalAwsOptions(), TimeProvider.System);
        aws.Functions.Register("function", TimeSpan.FromMinutes(5));
        var (inFlight, all) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        aws.Faults.BeforeCall = async _ =>
        {
            if (Interlocked.Increment(ref inFlight) == Dispatch.AtOnce)
                all.SetResult();
            await all.Task.WaitAsync(LongEnough);
        };
        await using var server = await aws.ListenAsync(CancellationToken.None, "function");
        var clients = new AwsClients("cn-north-1", LocalClientConfig.HubCredentials, serviceUrl: server.Url.ToString());
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(5), TimeProvider.System, CancellationToken.None);

        var dispatched = await DispatchOver(clients.Lambda, TimeProvider.System).RunAsync(Targets(Dispatch.AtOnce), Request(), _problems, deadline);

        Assert.All(dispatched, one => Assert.Equal(202, one.Status));
        Assert.Equal(Dispatch.AtOnce, aws.Calls.Count("lambda", "Invoke"));
    }

    [Fact]
    public async Task Invocations_that_fail_alike_are_one_problem_with_all_targets()
    {
        var client = ClientThat((request, _) => Account(request) switch
        {
            < 300 => throw new AmazonLambdaException($"Rate exceeded. RequestId: {Guid.NewGuid()}") { ErrorCode = "TooManyRequestsException", StatusCode = System.Net.HttpStatusCode.TooManyRequests },
            < 310 => throw new AmazonLambdaException("no") { ErrorCode = "AccessDeniedException", StatusCode = System.Net.HttpStatusCode.Forbidden },
            _ => Task.FromResult(Accepted()),
        });
        var time = new VirtualTimeProvider(DateTimeOffset.UnixEpoch);
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(5), time, CancellationToken.None);

        var dispatched = await DispatchOver(client, time).RunAsync(Targets(Thousand), Request(), _problems, deadline);

        Assert.Equal(690, dispatched.Count(one => one.Status == 202));
        Assert.All(_problems.All, problem => Assert.Equal(("target", ProblemSeverity.Error), (problem.Noun, problem.Severity)));
        Assert.Equal(["AccessDeniedException 10", "TooManyRequestsException 300"], _problems.All.Select(problem => $"{problem.Code} {problem.Ids.Length}").Order(StringComparer.Ordinal));
        Assert.Contains("ec2:200000000000:cn-north-1", _problems.All.SelectMany(problem => problem.Ids));
        Assert.Single(ProblemCauses.Of(_problems.All), cause => cause is { Count: 300, Noun: "target" });
    }

    [Fact]
    public async Task A_throttle_is_waited_out_by_the_retry_layer()
    {
        var refusals = 100;
        var client = ClientThat((_, _) => Interlocked.Decrement(ref refusals) >= 0
            ? throw new AmazonLambdaException("Rate exceeded") { ErrorCode = "TooManyRequestsException", StatusCode = System.Net.HttpStatusCode.TooManyRequests }
            : Task.FromResult(Accepted()));
        var time = new VirtualTimeProvider(DateTimeOffset.UnixEpoch);
        using var deadline = new RunDeadline(TimeSpan.FromDays(1), time, CancellationToken.None);

        var dispatched = await DispatchOver(client, time).RunAsync(Targets(Thousand), Request(), _problems, deadline);

        Assert.All(dispatched, one => Assert.Equal(202, one.Status));
        Assert.Empty(_problems.All);
    }

    [Fact]
    public async Task What_the_tick_has_no_time_for_is_one_problem()
    {
        var time = new FakeTimeProvider();
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(1), time, CancellationToken.None, time);
        var invokes = 0;
        var client = ClientThat((_, token) =>
        {
            if (Interlocked.Increment(ref invokes) == 500)
                time.Advance(TimeSpan.FromMinutes(1));
            token.ThrowIfCancellationRequested();
            return Task.FromResult(Accepted());
        });

        var dispatched = await DispatchOver(client, time).RunAsync(Targets(Thousand), Request(), _problems, deadline);

        var problem = Assert.Single(_problems.All);
        Assert.Equal("OutOfTime", problem.Code);
        Assert.Equal(dispatched.Count(one => one.Status != 202), problem.Ids.Length);
        Assert.InRange(problem.Ids.Length, Thousand - 500 - Dispatch.AtOnce, Thousand - 499 + Dispatch.AtOnce);
    }

    [Fact]
    public async Task All_events_of_a_tick_share_what_they_have_in_common()
    {
        var items = Enumerable.Range(0, 1000).Select(number => Schedule($"team-{number}")).ToImmutableArray();
        var payloads = new ConcurrentBag<string>();
        var client = ClientThat((request, _) =>
        {
            payloads.Add(request.Payload!);
            return Task.FromResult(Accepted());
        });
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(5), TimeProvider.System, CancellationToken.None);

        await DispatchOver(client, TimeProvider.System).RunAsync(Targets(20), Request() with { Items = items }, _problems, deadline);

        Assert.Equal(20, payloads.Count);
        Assert.Single(payloads.Select(payload => JsonDocument.Parse(payload).RootElement.GetProperty("configuration").GetProperty("schedules").GetRawText()).Distinct(StringComparer.Ordinal));
        Assert.All(payloads, payload => Assert.Equal(1000, RunRequestReader.Read(JsonDocument.Parse(payload).RootElement).Items.Count(item => item.Type == ConfigTypes.Schedule)));
    }

    private static Dispatch DispatchOver(IAmazonLambda client, TimeProvider time)
    {
        var retry = new AwsRetry(RetrySettings.Default, time, () => 0.5, NullLogger.Instance);
        var roles = new AssumedRoles(() => throw new InvalidOperationException("No target has a role."), time);
        return new Dispatch(new FunctionInvoker(client, "function", retry), roles, externalId: null, retry, time);
    }

    private static IAmazonLambda ClientThat(Func<InvokeRequest, CancellationToken, Task<InvokeResponse>> answers)
    {
        var client = new Mock<IAmazonLambda>();
        client.Setup(lambda => lambda.InvokeAsync(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>())).Returns(answers);
        return client.Object;
    }

    private static InvokeResponse Accepted() => new() { StatusCode = 202, ResponseMetadata = new ResponseMetadata { RequestId = "id" } };

    private static ImmutableArray<Target> Targets(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new Target("ec2", $"{200_000_000_000 + number}", "cn-north-1"))];

    private static long Account(InvokeRequest request) =>
        long.Parse(JsonDocument.Parse(request.Payload!).RootElement.GetProperty("account").GetString()!) - 200_000_000_000;

    private static RunRequest Request() => new(new SchedulerSettings(), [Schedule("office")], Tick);

    private static ConfigItem Schedule(string name) => new(ConfigTypes.Schedule, name, ImmutableDictionary<string, ConfigValue>.Empty
        .Add(ConfigAttributes.Description, new ConfigValue.Text(new string('x', 100))).Add(ConfigAttributes.Periods, new ConfigValue.Text("office")));
}
