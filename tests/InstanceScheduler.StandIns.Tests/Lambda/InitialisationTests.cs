using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace InstanceScheduler.StandIns.Tests.Lambda;

public sealed class InitialisationTests
{
    [Fact]
    public async Task A_failed_initialisation_is_reported_and_ends_the_run()
    {
        using var api = new FakeRuntimeApi(new RuntimeEvent("r-1", []));

        var thrown = await Assert.ThrowsAsync<FormatException>(
            () => RunAsync(api, () => throw new FormatException("bad setting")));

        Assert.Equal("bad setting", thrown.Message);
        Assert.Equal("POST /2018-06-01/runtime/init/error", Assert.Single(api.Lines));
        using var body = JsonDocument.Parse(api.Calls[0].Body);
        Assert.Equal("FormatException", body.RootElement.GetProperty("errorType").GetString());
    }

    [Theory]
    [InlineData(true, 2)]  // one event, then the poll that stops
    [InlineData(false, 0)] // "do not start" is not an error
    public async Task The_initialiser_decides_whether_to_poll(bool start, int polls)
    {
        using var api = new FakeRuntimeApi(new RuntimeEvent("r-1", []));

        await RunAsync(api, () => Task.FromResult(start));

        Assert.Equal(polls, api.Calls.Count(call => call.Method == "GET"));
    }

    private static async Task RunAsync(FakeRuntimeApi api, LambdaBootstrapInitializer initializer)
    {
        using var client = api.Client();
        using var wrapper = HandlerWrapper.GetHandlerWrapper((Stream input, ILambdaContext _) => Task.FromResult(input));
        var options = new LambdaBootstrapOptions { RuntimeApiEndpoint = "runtime.test" };
        using var bootstrap = new LambdaBootstrap(client, wrapper, options, initializer);
        await bootstrap.RunAsync(api.Stop);
    }
}
