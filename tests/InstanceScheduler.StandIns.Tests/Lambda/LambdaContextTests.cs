using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace InstanceScheduler.StandIns.Tests.Lambda;

public sealed class LambdaContextTests
{
    private const string Arn = "arn:aws-cn:lambda:cn-north-1:123456789012:function:scheduler";

    [Fact]
    public async Task The_headers_describe_the_invocation()
    {
        var seen = await SeenByHandlerAsync(context => (context.AwsRequestId, context.InvokedFunctionArn, context.TraceId),
            ("Lambda-Runtime-Invoked-Function-Arn", Arn), ("Lambda-Runtime-Trace-Id", "Root=1-2-3"));

        Assert.Equal(("r-1", Arn, "Root=1-2-3"), seen);
    }

    [Fact]
    public async Task The_environment_describes_the_function()
    {
        using var environment = new EnvironmentScope(
            ("AWS_LAMBDA_FUNCTION_NAME", "scheduler"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "7"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/scheduler"),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[7]abc"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"));

        var seen = await SeenByHandlerAsync(context =>
            (context.FunctionName, context.FunctionVersion, context.LogGroupName, context.LogStreamName, context.MemoryLimitInMB));

        Assert.Equal(("scheduler", "7", "/aws/lambda/scheduler", "2026/01/01/[7]abc", 256), seen);
    }

    [Theory]
    [InlineData(60, 1, 60)]
    [InlineData(-60, -3600, -60)] // past the deadline, nothing is left and the value says how much too late
    public async Task Remaining_time_counts_down_to_the_deadline(int secondsAhead, int atLeast, int atMost)
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(secondsAhead).ToUnixTimeMilliseconds();

        var seen = await SeenByHandlerAsync(context => context.RemainingTime, ("Lambda-Runtime-Deadline-Ms", $"{deadline}"));

        Assert.InRange(seen, TimeSpan.FromSeconds(atLeast), TimeSpan.FromSeconds(atMost));
    }

    [Fact]
    public async Task The_trace_id_is_in_the_environment_while_its_invocation_runs()
    {
        using var environment = new EnvironmentScope(("_X_AMZN_TRACE_ID", null));
        var seen = new List<string?>();
        using var api = new FakeRuntimeApi(
            new RuntimeEvent("r-1", [], ("Lambda-Runtime-Trace-Id", "Root=1-2-3")),
            new RuntimeEvent("r-2", []));

        await RunAsync(api, _ => seen.Add(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID")));

        Assert.Equal(["Root=1-2-3", null], seen);
    }

    [Fact]
    public async Task The_logger_writes_one_line_with_request_id_and_level()
    {
        var console = Console.Out;
        await using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            using var api = new FakeRuntimeApi(new RuntimeEvent("r-1", []));
            await RunAsync(api, context => context.Logger.LogWarning("late"));
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.EndsWith("\tr-1\twarn\tlate", written.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    private static async Task<T> SeenByHandlerAsync<T>(Func<ILambdaContext, T> look, params (string Name, string Value)[] headers)
    {
        T? seen = default;
        using var api = new FakeRuntimeApi(new RuntimeEvent("r-1", [], headers));
        await RunAsync(api, context => seen = look(context));
        return seen!;
    }

    private static async Task RunAsync(FakeRuntimeApi api, Action<ILambdaContext> handler)
    {
        using var client = api.Client();
        using var wrapper = HandlerWrapper.GetHandlerWrapper((Stream input, ILambdaContext context) =>
        {
            handler(context);
            return Task.FromResult(input);
        });
        using var bootstrap = new LambdaBootstrap(client, wrapper, new LambdaBootstrapOptions { RuntimeApiEndpoint = "runtime.test" });
        await bootstrap.RunAsync(api.Stop);
    }
}
