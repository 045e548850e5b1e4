using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using CsCheck;

namespace InstanceScheduler.StandIns.Tests.Lambda;

public sealed class LambdaBootstrapTests
{
    private static readonly LambdaBootstrapOptions Options = new() { RuntimeApiEndpoint = "runtime.test:9001" };

    [Fact]
    public async Task The_output_is_posted_under_the_request_id()
    {
        using var api = new FakeRuntimeApi(Event("r-1", "ping"));

        await RunAsync(api, (_, _) => Task.FromResult<Stream>(new MemoryStream("pong"u8.ToArray())));

        Assert.Equal(
            [
                "GET /2018-06-01/runtime/invocation/next",
                "POST /2018-06-01/runtime/invocation/r-1/response",
                "GET /2018-06-01/runtime/invocation/next",
            ],
            api.Lines,
            StringComparer.Ordinal);
        Assert.All(api.Calls, call => Assert.Equal("http://runtime.test:9001", call.Address.GetLeftPart(UriPartial.Authority)));
        var response = api.Post("/response");
        Assert.Equal(("pong", "application/json"), (Encoding.UTF8.GetString(response.Body), response.ContentType));
    }

    [Fact]
    public void Every_payload_comes_back_byte_for_byte_in_order() =>
        Gen.Byte.Array[0, 2000].Array[0, 5].Sample(payloads =>
        {
            using var api = new FakeRuntimeApi([.. payloads.Select((payload, i) => new RuntimeEvent($"r-{i}", payload))]);

            RunAsync(api, (input, _) => Task.FromResult(input)).GetAwaiter().GetResult();

            var posts = api.Calls.Where(call => call.Method == "POST").ToList();
            Assert.Equal(payloads, posts.Select(post => post.Body));
            Assert.Equal(
                payloads.Select((_, i) => $"/2018-06-01/runtime/invocation/r-{i}/response"),
                posts.Select(post => post.Address.AbsolutePath),
                StringComparer.Ordinal);
        }, iter: 30);

    [Fact]
    public async Task A_failed_invocation_is_reported_and_the_next_one_runs()
    {
        using var api = new FakeRuntimeApi(Event("r-1"), Event("r-2"));

        await RunAsync(api, (input, context) => context.AwsRequestId == "r-1"
            ? throw new InvalidOperationException("no \"表\"", new TimeoutException("slow"))
            : Task.FromResult(input));

        var error = api.Post("/invocation/r-1/error");
        Assert.Equal(("InvalidOperationException", "application/vnd.aws.lambda.error+json"), (error.ErrorType, error.ContentType));
        using var body = JsonDocument.Parse(error.Body);
        Assert.Equal("InvalidOperationException", body.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("no \"表\"", body.RootElement.GetProperty("errorMessage").GetString());
        Assert.NotEqual(0, body.RootElement.GetProperty("stackTrace").GetArrayLength());
        Assert.Equal("TimeoutException", body.RootElement.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.Contains("POST /2018-06-01/runtime/invocation/r-2/response", api.Lines, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_refused_poll_ends_the_process(HttpStatusCode status)
    {
        using var api = new FakeRuntimeApi { NextStatus = status };

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(api, (input, _) => Task.FromResult(input)));

        Assert.Single(api.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_response_says_whether_its_stream_is_closed(bool dispose)
    {
        using var api = new FakeRuntimeApi(Event("r-1"));
        using var client = api.Client();
        using var output = new MemoryStream("kept?"u8.ToArray());
        using var environment = new EnvironmentScope(("AWS_LAMBDA_RUNTIME_API", "from.environment:80"));
        using var bootstrap = new LambdaBootstrap(client, _ => Task.FromResult(new InvocationResponse(output, dispose)));

        await bootstrap.RunAsync(api.Stop);

        Assert.Equal(!dispose, output.CanRead);
        Assert.Equal("from.environment", api.Calls[0].Address.Host);
        Assert.Equal("kept?"u8.ToArray(), api.Post("/response").Body);
    }

    [Fact]
    public async Task Two_bootstraps_live_in_one_process_each_with_its_own_endpoint()
    {
        using var first = new FakeRuntimeApi(Event("a"));
        using var second = new FakeRuntimeApi(Event("b"));
        var run = new[] { (Api: first, Endpoint: "one.test"), (Api: second, Endpoint: "two.test") }.Select(async host =>
        {
            using var client = host.Api.Client();
            using var bootstrap = LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.FromResult(input))
                .UseHttpClient(client)
                .ConfigureOptions(options => options.RuntimeApiEndpoint = host.Endpoint)
                .UseBootstrapHandler(() => Task.FromResult(true))
                .Build();
            await bootstrap.RunAsync(host.Api.Stop);
        });

        await Task.WhenAll(run);

        Assert.All(first.Calls, call => Assert.Equal("one.test", call.Address.Host));
        Assert.All(second.Calls, call => Assert.Equal("two.test", call.Address.Host));
    }

    private static RuntimeEvent Event(string requestId, string payload = "{}") => new(requestId, Encoding.UTF8.GetBytes(payload));

    private static async Task RunAsync(FakeRuntimeApi api, Func<Stream, ILambdaContext, Task<Stream>> handler)
    {
        using var client = api.Client();
        using var wrapper = HandlerWrapper.GetHandlerWrapper(handler);
        using var bootstrap = new LambdaBootstrap(client, wrapper, Options);
        await bootstrap.RunAsync(api.Stop);
    }
}
