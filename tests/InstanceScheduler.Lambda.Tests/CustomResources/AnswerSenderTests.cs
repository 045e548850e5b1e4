using System.Text;
using System.Text.Json;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Simulator.Clock;
using Microsoft.Extensions.Logging.Abstractions;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>What goes over the wire, byte for byte, through real sockets.</summary>
public sealed class AnswerSenderTests
{
    private const string Signed = "/arn%3Aaws-cn%3Acloudformation%3Acn-north-1%3A1%3Astack/shop/1%7CHours%7Cr-1?X-Amz-SignedHeaders=host&X-Amz-Signature=0a";

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    // What Uri would tidy up stays as it was signed: small escapes, needless ones, dots, no path at all.
    [Theory]
    [InlineData(Signed)]
    [InlineData("/a%3ab%7ec%7C?q=%2f%41&r=a+b|c^d{}&&=")]
    [InlineData("/a/./b/../c//d?x=/../y?z")]
    public async Task The_request_is_these_bytes(string target)
    {
        await using var endpoint = new RawEndpoint("200 OK");

        Assert.True(await SendAsync($"http://{endpoint.Authority}{target}", "表"));

        var body = """{"Status":"FAILED","Reason":"表","PhysicalResourceId":"id","StackId":"s","RequestId":"r-1","LogicalResourceId":"Hours"}""";
        Assert.Equal(
            $"PUT {target} HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}",
            Assert.Single(endpoint.Requests));
    }

    [Fact]
    public async Task An_address_that_is_down_for_two_tries_gets_the_same_bytes_at_the_third()
    {
        await using var endpoint = new RawEndpoint("503 Slow Down", null, "200 OK");

        Assert.True(await SendAsync($"http://{endpoint.Authority}{Signed}", "why"));

        Assert.Equal(3, endpoint.Requests.Count);
        Assert.Single(endpoint.Requests.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("403 Forbidden")]
    [InlineData("400 Bad Request")]
    [InlineData("404 Not Found")]
    [InlineData("429 Too Many Requests")]
    public async Task A_refusal_is_final(string status)
    {
        await using var endpoint = new RawEndpoint(status);

        Assert.False(await SendAsync($"http://{endpoint.Authority}{Signed}", "why"));

        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("/path")]
    [InlineData("ftp://127.0.0.1/a")]
    [InlineData("http://127.0.0.1:1/a HTTP/1.1\r\nX-Injected: yes\r\n\r\n")]
    [InlineData("http://127.0.0.1:1/表")]
    public async Task What_is_no_address_is_not_tried(string address) => Assert.False(await SendAsync(address, "why"));

    private static async Task<bool> SendAsync(string address, string reason)
    {
        var time = new VirtualTimeProvider(DateTimeOffset.UnixEpoch);
        using var http = new HttpMessageInvoker(AnswerSender.Handler());
        using var deadline = new RunDeadline(TimeSpan.FromMinutes(1), time, CancellationToken.None);
        var request = new ResourceRequest(JsonElement.Parse(JsonSerializer.SerializeToUtf8Bytes(
            new { StackId = "s", RequestId = "r-1", LogicalResourceId = "Hours", ResponseURL = address })));
        return await new AnswerSender(http, time, () => 0.5, realClock: null)
            .SendAsync(new ResourceAnswer(request, "id", reason), NullLogger.Instance, deadline).WaitAsync(LongEnough);
    }
}
