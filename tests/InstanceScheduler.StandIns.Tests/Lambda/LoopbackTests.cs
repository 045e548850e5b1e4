using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace InstanceScheduler.StandIns.Tests.Lambda;

public sealed class LoopbackTests
{
    [Fact]
    public async Task The_bootstrap_brings_its_own_client_when_none_is_given()
    {
        var port = FreePort();
        using var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        using var stop = new CancellationTokenSource();
        listener.Start();
        using var environment = new EnvironmentScope(("AWS_LAMBDA_RUNTIME_API", $"127.0.0.1:{port}"));
        using var bootstrap = LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.FromResult(input)).Build();
        var run = bootstrap.RunAsync(stop.Token);

        var next = await listener.GetContextAsync();
        next.Response.AddHeader("Lambda-Runtime-Aws-Request-Id", "r-1");
        next.Response.Close("ping"u8.ToArray(), willBlock: false);
        var post = await listener.GetContextAsync();
        using var body = new StreamReader(post.Request.InputStream, Encoding.UTF8);

        Assert.Equal(("POST", "/2018-06-01/runtime/invocation/r-1/response"), (post.Request.HttpMethod, post.Request.Url!.AbsolutePath));
        Assert.Equal("ping", await body.ReadToEndAsync());

        post.Response.StatusCode = (int)HttpStatusCode.Accepted;
        post.Response.Close();
        await listener.GetContextAsync(); // the next poll is left hanging, as an idle sandbox leaves it
        await stop.CancelAsync();
        await run;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, port: 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
