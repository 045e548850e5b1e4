using System.Net;
using System.Text;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using CsCheck;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class InvokeTests
{
    private static readonly AWSCredentials Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");

    [Fact]
    public async Task An_event_invocation_goes_out_signed()
    {
        var sent = await SentAsync(new InvokeRequest
        {
            FunctionName = "scheduler",
            InvocationType = InvocationType.Event,
            Payload = """{"a":"开"}""",
        });

        Assert.Equal("POST", sent.Method);
        Assert.Equal("https://lambda.cn-north-1.amazonaws.com.cn/2015-03-31/functions/scheduler/invocations", sent.Address.AbsoluteUri);
        Assert.Equal("Event", sent.Headers["X-Amz-Invocation-Type"]);
        Assert.Equal("""{"a":"开"}""", Encoding.UTF8.GetString(sent.Body));
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/cn-north-1/lambda/aws4_request, "
            + "SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$",
            sent.Headers["Authorization"]);
        Assert.False(sent.Headers.ContainsKey("X-Amz-Security-Token"));
        Assert.False(sent.Headers.ContainsKey("X-Amz-Log-Type"));
    }

    [Theory]
    [InlineData("scheduler", null, "/2015-03-31/functions/scheduler/invocations")]
    [InlineData("scheduler", "live", "/2015-03-31/functions/scheduler/invocations?Qualifier=live")]
    [InlineData("scheduler", "$LATEST", "/2015-03-31/functions/scheduler/invocations?Qualifier=%24LATEST")]
    [InlineData("arn:aws-cn:lambda:cn-north-1:123456789012:function:f", null,
        "/2015-03-31/functions/arn%3Aaws-cn%3Alambda%3Acn-north-1%3A123456789012%3Afunction%3Af/invocations")]
    public async Task The_function_and_its_qualifier_are_in_the_address(string function, string? qualifier, string expected)
    {
        var sent = await SentAsync(new InvokeRequest { FunctionName = function, Qualifier = qualifier });

        Assert.Equal(expected, sent.Address.PathAndQuery);
    }

    [Fact]
    public async Task Optional_fields_are_headers()
    {
        var sent = await SentAsync(new InvokeRequest
        {
            FunctionName = "f",
            LogType = LogType.Tail,
            InvocationType = "DryRun",
            ClientContext = "{}",
        });

        Assert.Equal(("Tail", "DryRun", "e30="),
            (sent.Headers["X-Amz-Log-Type"], sent.Headers["X-Amz-Invocation-Type"], sent.Headers["X-Amz-Client-Context"]));
        Assert.Empty(sent.Body);
    }

    [Fact]
    public async Task A_session_token_travels_with_the_signature()
    {
        var sent = await SentAsync(new InvokeRequest { FunctionName = "f" }, new SessionAWSCredentials("AKIDEXAMPLE", "secret", "token"));

        Assert.Equal("token", sent.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", sent.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_is_headers_and_body()
    {
        var service = new FakeService(HttpStatusCode.OK, "\"done\""u8.ToArray(),
            ("X-Amz-Function-Error", "Unhandled"),
            ("X-Amz-Executed-Version", "7"),
            ("X-Amz-Log-Result", "bG9n"),
            ("x-amzn-RequestId", "q-1"));
        using var client = new AmazonLambdaClient(Credentials, Config(service));

        var answer = await client.InvokeAsync(new InvokeRequest { FunctionName = "f" });

        Assert.Equal((200, "Unhandled", "7", "bG9n"), (answer.StatusCode, answer.FunctionError, answer.ExecutedVersion, answer.LogResult));
        Assert.Equal("\"done\"", Encoding.UTF8.GetString(answer.Payload!.ToArray()));
        Assert.Equal(("q-1", HttpStatusCode.OK), (answer.ResponseMetadata.RequestId, answer.HttpStatusCode));
    }

    [Fact]
    public async Task A_queued_event_has_only_a_status()
    {
        using var client = new AmazonLambdaClient(Credentials, Config(new FakeService(HttpStatusCode.Accepted)));

        var answer = await client.InvokeAsync(new InvokeRequest { FunctionName = "f", InvocationType = InvocationType.Event });

        Assert.Equal((202, null, 0L), (answer.StatusCode, answer.FunctionError, answer.Payload!.Length));
    }

    [Fact]
    public void Payloads_pass_unchanged_in_both_directions() => Gen.Byte.Array[0, 3000].Sample(bytes =>
    {
        var service = new FakeService(HttpStatusCode.OK, bytes);
        using var client = new AmazonLambdaClient(Credentials, Config(service));
        using var payload = new MemoryStream(bytes);

        var answer = client.InvokeAsync(new InvokeRequest { FunctionName = "f", PayloadStream = payload }).GetAwaiter().GetResult();

        Assert.Equal(bytes, service.Requests.Single().Body);
        Assert.Equal(bytes, answer.Payload!.ToArray());
    }, iter: 30);

    [Fact]
    public async Task A_function_name_is_required()
    {
        using var client = new AmazonLambdaClient(Credentials, Config(new FakeService()));

        await Assert.ThrowsAsync<AmazonLambdaException>(() => client.InvokeAsync(new InvokeRequest()));
    }

    private static async Task<WireRequest> SentAsync(InvokeRequest request, AWSCredentials? credentials = null)
    {
        var service = new FakeService();
        using var client = new AmazonLambdaClient(credentials ?? Credentials, Config(service));
        await client.InvokeAsync(request);
        return service.Requests.Single();
    }

    private static AmazonLambdaConfig Config(FakeService service) =>
        new() { RegionEndpoint = RegionEndpoint.CNNorth1, HttpClientFactory = service, MaxErrorRetry = 0 };
}
