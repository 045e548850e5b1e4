using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("cn-north-1", "lambda.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", "lambda.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("eu-central-1", "lambda.eu-central-1.amazonaws.com")]
    [InlineData("us-gov-west-1", "lambda.us-gov-west-1.amazonaws.com")]
    public async Task The_partition_gives_the_suffix_and_the_region_the_scope(string region, string host)
    {
        var sent = await SentAsync(new AmazonLambdaConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) });

        Assert.Equal(("https", host), (sent.Address.Scheme, sent.Address.Host));
        Assert.Equal(region, Scope(sent));
    }

    [Fact]
    public async Task A_service_url_takes_the_place_of_the_region_and_is_signed_for_the_one_given()
    {
        var sent = await SentAsync(new AmazonLambdaConfig
        {
            ServiceURL = "http://localhost:4566",
            AuthenticationRegion = "cn-northwest-1",
        });

        Assert.Equal("http://localhost:4566/2015-03-31/functions/f/invocations", sent.Address.AbsoluteUri);
        Assert.Equal("cn-northwest-1", Scope(sent));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_LAMBDA")]
    public async Task The_environment_may_name_the_endpoint(string variable)
    {
        using var environment = new EnvironmentScope((variable, "http://localhost:4567"), ("AWS_REGION", "cn-north-1"));

        var sent = await SentAsync(new AmazonLambdaConfig { AuthenticationRegion = "cn-north-1" });

        Assert.Equal("localhost:4567", sent.Address.Authority);
        Assert.Equal("cn-north-1", Scope(sent));
    }

    [Fact]
    public async Task A_client_made_of_nothing_reads_the_environment()
    {
        using var environment = new EnvironmentScope(
            ("AWS_REGION", "cn-north-1"),
            ("AWS_ACCESS_KEY_ID", "AKIDENV"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_SESSION_TOKEN", "token"));
        var service = new FakeService();
        using var client = new AmazonLambdaClient(new AmazonLambdaConfig { HttpClientFactory = service });

        await client.InvokeAsync(new InvokeRequest { FunctionName = "f" });

        Assert.Equal("lambda.cn-north-1.amazonaws.com.cn", service.Requests.Single().Address.Host);
        Assert.Contains("Credential=AKIDENV/", service.Requests.Single().Headers["Authorization"], StringComparison.Ordinal);
    }

    private static string Scope(WireRequest sent) => sent.Headers["Authorization"].Split('/')[2];

    private static async Task<WireRequest> SentAsync(AmazonLambdaConfig config)
    {
        var service = new FakeService();
        config.HttpClientFactory = service;
        config.MaxErrorRetry = 0;
        using var client = new AmazonLambdaClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
        await client.InvokeAsync(new InvokeRequest { FunctionName = "f" });
        return service.Requests.Single();
    }
}
