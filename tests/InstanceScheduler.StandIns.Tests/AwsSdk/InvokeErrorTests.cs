using System.Net;
using System.Text;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class InvokeErrorTests
{
    public static TheoryData<int, string, Type> Rows => new()
    {
        { 400, "InvalidRequestContentException", typeof(InvalidRequestContentException) },
        { 404, "ResourceNotFoundException", typeof(ResourceNotFoundException) },
        { 413, "RequestTooLargeException", typeof(RequestTooLargeException) },
        { 429, "TooManyRequestsException", typeof(TooManyRequestsException) },
        { 500, "ServiceException", typeof(ServiceException) },
        { 502, "EC2ThrottledException", typeof(EC2ThrottledException) },
        { 403, "AccessDeniedException", typeof(AmazonLambdaException) },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_error_code_has_its_exception(int status, string code, Type expected)
    {
        var service = Failing(status, """{"Type":"User","message":"why"}""", ("x-amzn-ErrorType", code), ("x-amzn-RequestId", "q-1"));

        var thrown = await ThrownAsync(service);

        Assert.IsType(expected, thrown);
        Assert.Equal((code, "why", "q-1", (HttpStatusCode)status), (thrown.ErrorCode, thrown.Message, thrown.RequestId, thrown.StatusCode));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("""{"__type":"ResourceNotFoundException","message":"why"}""")]
    [InlineData("""{"__type":"com.amazonaws.lambda#ResourceNotFoundException","Message":"why"}""")]
    [InlineData("""{"code":"ResourceNotFoundException","message":"why"}""")]
    public async Task The_code_may_stand_in_the_body(string body)
    {
        var thrown = await ThrownAsync(Failing(404, body));

        Assert.IsType<ResourceNotFoundException>(thrown);
        Assert.Equal("why", thrown.Message);
    }

    [Fact]
    public async Task An_answer_without_a_code_is_still_a_service_error()
    {
        var thrown = await ThrownAsync(Failing(503, string.Empty));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, thrown.StatusCode);
    }

    private static FakeService Failing(int status, string body, params (string Name, string Value)[] headers) =>
        new((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), headers);

    private static async Task<AmazonLambdaException> ThrownAsync(FakeService service)
    {
        var config = new AmazonLambdaConfig { RegionEndpoint = RegionEndpoint.CNNorth1, HttpClientFactory = service, MaxErrorRetry = 0 };
        using var client = new AmazonLambdaClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
        return await Assert.ThrowsAnyAsync<AmazonLambdaException>(() => client.InvokeAsync(new InvokeRequest { FunctionName = "f" }));
    }
}
