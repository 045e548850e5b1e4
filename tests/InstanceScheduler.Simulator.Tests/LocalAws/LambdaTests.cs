using System.Globalization;
using System.Net;
using System.Text;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class LambdaTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Function = "dev-InstanceSchedulerMain";
    private const string Arn = "arn:aws-cn:lambda:cn-north-1:123456789012:function:dev-InstanceSchedulerMain";

    [Fact]
    public async Task An_environment_gets_an_invocation_with_its_headers_and_its_answer_reaches_the_caller()
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        using var http = Http();
        var before = TimeProvider.System.GetUtcNow();
        var result = Aws.Functions.InvokeAsync(Function, "{\"a\":1}"u8.ToArray(), InvocationType.RequestResponse);

        using var next = await http.GetAsync("/2018-06-01/runtime/invocation/next");
        var id = Header(next, "Lambda-Runtime-Aws-Request-Id");
        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(Header(next, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture));
        Assert.Equal("{\"a\":1}", await next.Content.ReadAsStringAsync());
        Assert.Equal(Arn, Header(next, "Lambda-Runtime-Invoked-Function-Arn"));
        Assert.StartsWith("Root=1-", Header(next, "Lambda-Runtime-Trace-Id"), StringComparison.Ordinal);
        Assert.InRange(deadline, before.AddMinutes(5).AddSeconds(-1), TimeProvider.System.GetUtcNow().AddMinutes(5));

        using var accepted = await http.PostAsync($"/2018-06-01/runtime/invocation/{id}/response", new StringContent("\"done\""));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("\"done\"", Encoding.UTF8.GetString((await result).Response.Span));
        Assert.Null((await result).Error);

        using var twice = await http.PostAsync($"/2018-06-01/runtime/invocation/{id}/response", new StringContent("\"again\""));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
    }

    [Theory]
    [InlineData(Function)]
    [InlineData(Arn)]
    [InlineData(Function + ":live")]
    public async Task An_event_is_accepted_at_once_and_runs_later(string name)
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        using var http = Http();

        using var accepted = await Invoke(http, name, "Event", "{}");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var idle = Aws.Functions.IdleAsync();
        Assert.False(idle.IsCompleted);

        using var next = await http.GetAsync("/2018-06-01/runtime/invocation/next");
        var id = Header(next, "Lambda-Runtime-Aws-Request-Id");
        Assert.Equal(Header(accepted, "x-amzn-RequestId"), id);
        using var answered = await http.PostAsync($"/2018-06-01/runtime/invocation/{id}/response", new StringContent("null"));
        await idle;

        var outcome = Assert.Single(Aws.Functions.Outcomes);
        Assert.Equal(
            ("{}", "null"), (Encoding.UTF8.GetString(outcome.Payload.Span), Encoding.UTF8.GetString(outcome.Result.Response.Span)));
        Assert.Equal(1, Aws.Calls.Count("lambda", "Invoke"));
    }

    [Fact]
    public async Task A_caller_who_waits_gets_the_error_of_the_function()
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        using var http = Http();
        var call = Invoke(http, Function, "RequestResponse", "{}");
        using var next = await http.GetAsync("/2018-06-01/runtime/invocation/next");
        var id = Header(next, "Lambda-Runtime-Aws-Request-Id");
        using var answered = await http.PostAsync(
            $"/2018-06-01/runtime/invocation/{id}/error", new StringContent("""{"errorMessage":"no","errorType":"Broken"}"""));

        using var response = await call;

        Assert.Equal((HttpStatusCode.OK, "Unhandled"), (response.StatusCode, Header(response, "X-Amz-Function-Error")));
        Assert.Contains("Broken", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", "Event", 2, HttpStatusCode.NotFound, "ResourceNotFoundException")]
    [InlineData(
        Function, "Event", LambdaFunctions.LargestEvent + 1, HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLargeException")]
    [InlineData(Function, "Event", LambdaFunctions.LargestEvent, HttpStatusCode.Accepted, "")]
    [InlineData(Function, "DryRun", 2, HttpStatusCode.NoContent, "")]
    [InlineData(Function, "Sometime", 2, HttpStatusCode.BadRequest, "InvalidParameterValueException")]
    public async Task An_invocation_is_answered(string name, string type, int size, HttpStatusCode status, string errorType)
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        using var http = Http();

        using var response = await Invoke(http, name, type, "{" + new string(' ', size - 2) + "}");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(errorType, response.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? values.Single() : "");
    }

    [Fact]
    public async Task Environments_share_the_work_and_each_invocation_runs_once()
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        using var http = Http();
        using var stop = new CancellationTokenSource();
        var environments = Enumerable.Range(0, 8).Select(_ => EchoAsync(http, stop.Token)).ToArray();

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            Aws.Functions.InvokeAsync(Function, Encoding.UTF8.GetBytes($"{i}"), InvocationType.RequestResponse)));
        await Aws.Functions.IdleAsync();
        await stop.CancelAsync();

        Assert.Equal(Enumerable.Range(0, 200), results.Select(r => int.Parse(r.Response.Span, CultureInfo.InvariantCulture)));
        Assert.Equal(200, (await Task.WhenAll(environments)).Sum());
    }

    [Fact]
    public async Task A_poll_that_is_given_up_takes_no_invocation_with_it()
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        using var http = Http();
        using var giveUp = new CancellationTokenSource();
        var poll = http.GetAsync("/2018-06-01/runtime/invocation/next", giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        using var stop = new CancellationTokenSource();
        var environment = EchoAsync(http, stop.Token);

        var result = await Aws.Functions.InvokeAsync(Function, "1"u8.ToArray(), InvocationType.RequestResponse);

        Assert.Equal("1", Encoding.UTF8.GetString(result.Response.Span));
        await stop.CancelAsync();
        await environment;
    }

    [Fact]
    public async Task A_killed_environment_fails_its_invocation_and_the_queue_goes_on()
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        using var http = Http();
        var first = Aws.Functions.InvokeAsync(Function, "1"u8.ToArray(), InvocationType.RequestResponse);
        var second = Aws.Functions.InvokeAsync(Function, "2"u8.ToArray(), InvocationType.RequestResponse);
        using var next = await http.GetAsync("/2018-06-01/runtime/invocation/next");

        Assert.True(Aws.Functions.Abandon(Header(next, "Lambda-Runtime-Aws-Request-Id")));
        Assert.Equal("Runtime.ExitError", (await first).Error?.Type);
        using var stop = new CancellationTokenSource();
        var environment = EchoAsync(http, stop.Token);
        Assert.Equal("2", Encoding.UTF8.GetString((await second).Response.Span));
        await stop.CancelAsync();
        await environment;
    }

    [Fact]
    public async Task A_runtime_that_fails_at_its_start_reports_why()
    {
        Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        (string, LambdaError)? seen = null;
        Aws.Functions.InitFailed = (function, error) => seen = (function, error);
        using var http = Http();

        using var response = await http.PostAsync(
            "/2018-06-01/runtime/init/error", new StringContent("""{"errorMessage":"no settings","errorType":"Init"}"""));

        Assert.Equal((Function, new LambdaError("Init", "no settings")), seen);
    }

    private static async Task<int> EchoAsync(HttpClient http, CancellationToken stop)
    {
        var count = 0;
        try
        {
            while (true)
            {
                using var next = await http.GetAsync("/2018-06-01/runtime/invocation/next", stop);
                var body = await next.Content.ReadAsByteArrayAsync(CancellationToken.None);
                var id = Header(next, "Lambda-Runtime-Aws-Request-Id");
                using var answered = await http.PostAsync(
                    $"/2018-06-01/runtime/invocation/{id}/response", new ByteArrayContent(body), CancellationToken.None);
                count++;
            }
        }
        catch (OperationCanceledException)
        {
            return count;
        }
    }

    private static async Task<HttpResponseMessage> Invoke(HttpClient http, string name, string type, string payload)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/2015-03-31/functions/{Uri.EscapeDataString(name)}/invocations")
        {
            Content = new StringContent(payload),
        };
        request.Headers.Add("X-Amz-Invocation-Type", type);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDHUB/20261123/cn-north-1/lambda/aws4_request, SignedHeaders=host, Signature=0");
        return await http.SendAsync(request);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}

public sealed class LambdaInProcessTests() : LambdaTests(Transport.InProcess)
{
    [Fact]
    public async Task Disposing_the_handler_of_an_environment_abandons_what_it_ran()
    {
        Aws.Functions.Register("f", TimeSpan.FromMinutes(5));
        using var environment = new HttpClient(Aws.CreateHandler("f")) { BaseAddress = new Uri("http://localaws") };
        await Aws.Functions.InvokeAsync("f", "1"u8.ToArray(), InvocationType.Event);
        using var next = await environment.GetAsync("/2018-06-01/runtime/invocation/next");

        environment.Dispose();

        await Aws.Functions.IdleAsync();
        Assert.Equal("Runtime.ExitError", Aws.Functions.Outcomes.Single().Result.Error?.Type);
    }

    [Fact]
    public async Task Failed_events_are_tried_twice_more_where_that_is_wanted()
    {
        var aws = new Simulator.LocalAws.LocalAws(new LocalAwsOptions { RetryAsyncInvocations = true }, Time);
        aws.Functions.Register("f", TimeSpan.FromMinutes(5));
        using var http = new HttpClient(aws.CreateHandler()) { BaseAddress = new Uri("http://localaws") };
        await aws.Functions.InvokeAsync("f", "1"u8.ToArray(), InvocationType.Event);

        for (var i = 0; i < 3; i++)
        {
            using var next = await http.GetAsync("/2018-06-01/runtime/invocation/next");
            var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
            using var failed = await http.PostAsync($"/2018-06-01/runtime/invocation/{id}/error", new StringContent("{}"));
        }

        await aws.Functions.IdleAsync();
        Assert.Equal(3, aws.Functions.Outcomes.Single().Attempts);
    }

    [Fact]
    public async Task A_poller_that_names_no_function_needs_exactly_one()
    {
        Aws.Functions.Register("f", TimeSpan.FromMinutes(5));
        Aws.Functions.Register("g", TimeSpan.FromMinutes(5));
        using var http = Http();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync("/2018-06-01/runtime/invocation/next"));

        Assert.Contains("2 functions are registered", error.Message, StringComparison.Ordinal);
    }

    // As when a stack goes while its function still answers.
    [Fact]
    public async Task An_environment_whose_function_was_removed_gets_nothing_more()
    {
        Aws.Functions.Register("f", TimeSpan.FromMinutes(5));
        using var http = Http();
        await Aws.Functions.InvokeAsync("f", "1"u8.ToArray(), InvocationType.Event);
        using var next = await http.GetAsync("/2018-06-01/runtime/invocation/next");
        using var answer = await http.PostAsync(
            $"/2018-06-01/runtime/invocation/{next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single()}/response", new StringContent("{}"));
        Aws.Functions.Remove("f");
        using var giveUp = new CancellationTokenSource();

        var poll = http.GetAsync("/2018-06-01/runtime/invocation/next", giveUp.Token);
        Aws.Functions.Register("f", TimeSpan.FromMinutes(5));
        await Aws.Functions.InvokeAsync("f", "2"u8.ToArray(), InvocationType.Event);
        using var other = new HttpClient(Aws.CreateHandler("f")) { BaseAddress = new Uri("http://localaws") };
        using var taken = await other.GetAsync("/2018-06-01/runtime/invocation/next");

        Assert.Equal("2", await taken.Content.ReadAsStringAsync());
        Assert.False(poll.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact]
    public void An_unknown_function_is_named()
    {
        var error = Assert.Throws<AwsException>(() => Aws.Functions.Find("f", Hub, Beijing));

        Assert.Equal($"Function not found: arn:aws-cn:lambda:{Beijing}:{Hub}:function:f", error.Message);
    }
}

public sealed class LambdaLoopbackTests() : LambdaTests(Transport.Loopback)
{
    [Fact]
    public async Task A_server_that_stops_abandons_what_its_process_ran()
    {
        Aws.Functions.Register("f", TimeSpan.FromMinutes(5));
        var server = await Aws.ListenAsync(CancellationToken.None, "f");
        using var environment = new HttpClient { BaseAddress = new Uri($"http://{server.RuntimeApi}") };
        await Aws.Functions.InvokeAsync("f", "1"u8.ToArray(), InvocationType.Event);
        using var next = await environment.GetAsync("/2018-06-01/runtime/invocation/next");
        var waiting = environment.GetAsync("/2018-06-01/runtime/invocation/next");

        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
        await Aws.Functions.IdleAsync();
        Assert.Equal("Runtime.ExitError", Aws.Functions.Outcomes.Single().Result.Error?.Type);
    }
}
