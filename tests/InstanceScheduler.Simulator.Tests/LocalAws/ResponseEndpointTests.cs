using System.Net;
using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class ResponseEndpointTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Stack = "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/demo/1";

    [Fact]
    public async Task An_answer_is_on_record_as_it_came()
    {
        var address = Address();

        Assert.Equal(HttpStatusCode.OK, await PutAsync(address, new ByteArrayContent("表"u8.ToArray())));

        var received = Assert.Single(Aws.Responses.Received);
        Assert.Equal(("PUT", 200, Start), (received.Method, received.Status, received.Time));
        Assert.EndsWith(received.Target, address, StringComparison.Ordinal);
        Assert.StartsWith(
            "/arn%3Aaws-cn%3Acloudformation%3Acn-north-1%3A123456789012%3Astack/demo/1%7CHours%7Cr-1?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261123T010000Z&",
            received.Target, StringComparison.Ordinal);
        Assert.Contains("%2Fcn-north-1%2Fs3%2Faws4_request&X-Amz-Signature=", received.Target, StringComparison.Ordinal);
        var authority = new Uri(address).Authority;
        Assert.Equal(["Content-Length: 3", $"Host: {authority}"], Headers(received));
        Assert.Equal("表", Encoding.UTF8.GetString(received.Body.Span));
        Assert.Equal(0, Aws.Calls.Count("cloudformation", "DescribeStackResource"));
    }

    [Fact]
    public async Task An_address_has_the_name_of_the_bucket_in_China_for_who_needs_no_socket()
    {
        Assert.StartsWith(
            "https://cloudformation-custom-resource-response-cnnorth1.s3.cn-north-1.amazonaws.com.cn/arn%3Aaws-cn%3A",
            Aws.Responses.AddressFor(Stack, "Hours", "r-1"), StringComparison.Ordinal);
        Assert.NotEqual(Address("r-1"), Address("r-2"));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Address("r-2"), new ByteArrayContent([])));
    }

    [Fact]
    public async Task What_the_signature_does_not_cover_is_refused_and_recorded()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(Address() + "0", new ByteArrayContent([])));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(Address().Replace("%3A", ":", StringComparison.Ordinal), new ByteArrayContent([])));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(Address(), new StringContent("{}")));
        Assert.Equal(HttpStatusCode.LengthRequired, await PutAsync(Address(), new EndlessContent()));
        var late = Address();
        Time.AdvanceBy(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(late, new ByteArrayContent([])));

        Assert.Equal([403, 403, 403, 411, 403], Aws.Responses.Received.Select(r => r.Status));
        Assert.Contains("Content-Type: text/plain; charset=utf-8", Headers(Aws.Responses.Received[2]));
        Assert.Contains("Transfer-Encoding: chunked", Headers(Aws.Responses.Received[3]));
    }

    [Fact]
    public async Task Answers_can_be_scripted_one_for_each_request()
    {
        Aws.Responses.Script(ScriptedAnswer.Of(503), ScriptedAnswer.Break, ScriptedAnswer.Hang);
        var address = Address();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PutAsync(address, new ByteArrayContent([])));
        await Assert.ThrowsAsync<HttpRequestException>(() => PutAsync(address, new ByteArrayContent([])));
        using var patience = new CancellationTokenSource();
        var hanging = PutAsync(address, new ByteArrayContent([]), patience.Token);
        while (Aws.Responses.Received.Count < 3)
        {
            await Task.Yield();
        }

        Assert.False(hanging.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Equal(HttpStatusCode.OK, await PutAsync(address, new ByteArrayContent([])));
        Assert.Equal([503, null, null, 200], Aws.Responses.Received.Select(r => r.Status));
    }

    // So much of the path is in process as on the wire only where the address is taken as it is written.
    private async Task<HttpStatusCode> PutAsync(string address, HttpContent content, CancellationToken stop = default)
    {
        using var http = Http();
        var uri = new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Put, uri) { Content = content };
        using var response = await http.SendAsync(request, stop);
        return response.StatusCode;
    }

    private string Address(string requestId = "r-1") => Aws.Responses.AddressFor(Stack, "Hours", requestId, Server?.Url);

    private static IEnumerable<string> Headers(ReceivedAnswer received) =>
        received.Headers.Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal);

    private sealed class EndlessContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync("{}"u8.ToArray()).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

public sealed class ResponseEndpointInProcessTests() : ResponseEndpointTests(Transport.InProcess);

public sealed class ResponseEndpointLoopbackTests() : ResponseEndpointTests(Transport.Loopback);

/// <summary>What CloudFormation makes of an answer.</summary>
public sealed class ResourceOutcomeTests
{
    private const string Ids = """ "StackId": "s", "RequestId": "r", "LogicalResourceId": "l" """;

    private static readonly JsonElement Request = JsonElement.Parse($$"""{ {{Ids}} }""");

    public static TheoryData<string, bool, string?> Rows => new()
    {
        { $$"""{ "Status": "SUCCESS", "PhysicalResourceId": "p", {{Ids}} }""", true, null },
        { $$"""{ "Status": "FAILED", "Reason": "why", "PhysicalResourceId": "p", {{Ids}} }""", false, "why" },
        { $$"""{ "Status": "FAILED", "PhysicalResourceId": "p", {{Ids}} }""", false, "Invalid response object: Reason is missing." },
        { $$"""{ "Status": "FAILED", "Reason": "why", {{Ids}} }""", false, "Invalid PhysicalResourceId" },
        { $$"""{ "Status": "SUCCESS", "PhysicalResourceId": "", {{Ids}} }""", false, "Invalid PhysicalResourceId" },
        { $$"""{ "Status": "SUCCESS", "PhysicalResourceId": "{{new string('p', 1025)}}", {{Ids}} }""", false, "Invalid PhysicalResourceId" },
        { $$"""{ "Status": "DONE", "PhysicalResourceId": "p", {{Ids}} }""", false, "Invalid response object: invalid Status." },
        { """{ "Status": "SUCCESS", "PhysicalResourceId": "p", "StackId": "s", "RequestId": "R", "LogicalResourceId": "l" }""", false, "Invalid response object: RequestId is not the request's." },
        { new string('x', 10), false, "Response is not valid JSON" },
        { new string('x', 4097), false, "Response object is too long." },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Only_a_whole_answer_to_the_request_counts(string body, bool isSuccess, string? reason)
    {
        var received = new ReceivedAnswer("PUT", "/", [], Encoding.UTF8.GetBytes(body), default, 200);

        var outcome = ResourceOutcome.Read("Create", Request, received);

        Assert.Equal((isSuccess, reason), (outcome.IsSuccess, outcome.Reason));
    }

    [Fact]
    public void No_answer_is_a_failure_too() =>
        Assert.StartsWith("CloudFormation did not receive a response", ResourceOutcome.Read("Create", Request, null).Reason, StringComparison.Ordinal);
}
