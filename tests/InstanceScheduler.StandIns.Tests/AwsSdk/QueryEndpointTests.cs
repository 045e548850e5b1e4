using Amazon;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class QueryEndpointTests
{
    private static readonly AWSCredentials Session = new SessionAWSCredentials("AKIDEXAMPLE", "secret", "token");

    [Theory]
    [InlineData("cn-north-1", "rds.cn-north-1.amazonaws.com.cn", "sns.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", "rds.cn-northwest-1.amazonaws.com.cn", "sns.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("eu-central-1", "rds.eu-central-1.amazonaws.com", "sns.eu-central-1.amazonaws.com")]
    public async Task The_partition_gives_the_suffix_and_the_region_the_scope(string region, string rdsHost, string snsHost)
    {
        var endpoint = RegionEndpoint.GetBySystemName(region);

        var rds = await RdsAsync(new AmazonRDSConfig { RegionEndpoint = endpoint });
        var sns = await SnsAsync(new AmazonSimpleNotificationServiceConfig { RegionEndpoint = endpoint });

        Assert.Equal((rdsHost, snsHost), (rds.Address.Host, sns.Address.Host));
        Assert.Contains($"/{region}/rds/aws4_request", rds.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains($"/{region}/sns/aws4_request", sns.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_token_travels_with_the_signature()
    {
        var rds = await RdsAsync(new AmazonRDSConfig { RegionEndpoint = RegionEndpoint.CNNorth1 });
        var sns = await SnsAsync(new AmazonSimpleNotificationServiceConfig { RegionEndpoint = RegionEndpoint.CNNorth1 });

        Assert.All([rds, sns], sent => Assert.Equal("token", sent.Headers["X-Amz-Security-Token"]));
        Assert.All([rds, sns], sent =>
            Assert.Contains("x-amz-security-token", sent.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_url_takes_the_place_of_the_region_and_is_signed_for_the_one_given()
    {
        var sent = await RdsAsync(new AmazonRDSConfig { ServiceURL = "http://localhost:4566", AuthenticationRegion = "cn-northwest-1" });

        Assert.Equal("http://localhost:4566/", sent.Address.AbsoluteUri);
        Assert.Contains("/cn-northwest-1/rds/", sent.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", true, true)]
    [InlineData("AWS_ENDPOINT_URL_RDS", true, false)]
    [InlineData("AWS_ENDPOINT_URL_SNS", false, true)]
    public async Task The_environment_may_name_the_endpoint(string variable, bool forRds, bool forSns)
    {
        using var environment = new EnvironmentScope((variable, "http://localhost:4567"), ("AWS_REGION", "cn-north-1"));

        var rds = await RdsAsync(new AmazonRDSConfig { AuthenticationRegion = "cn-north-1" });
        var sns = await SnsAsync(new AmazonSimpleNotificationServiceConfig { AuthenticationRegion = "cn-north-1" });

        Assert.Equal(forRds ? "localhost:4567" : "rds.cn-north-1.amazonaws.com.cn", rds.Address.Authority);
        Assert.Equal(forSns ? "localhost:4567" : "sns.cn-north-1.amazonaws.com.cn", sns.Address.Authority);
    }

    private static async Task<WireRequest> RdsAsync(AmazonRDSConfig config)
    {
        var service = new FakeService(body: QueryXml.Answer("DescribeDBInstances", ""));
        config.HttpClientFactory = service;
        using var client = new AmazonRDSClient(Session, config);
        await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest());
        return service.Requests.Single();
    }

    private static async Task<WireRequest> SnsAsync(AmazonSimpleNotificationServiceConfig config)
    {
        var service = new FakeService(body: QueryXml.Answer("Publish", ""));
        config.HttpClientFactory = service;
        using var client = new AmazonSimpleNotificationServiceClient(Session, config);
        await client.PublishAsync(new PublishRequest { TopicArn = "t", Message = "m" });
        return service.Requests.Single();
    }
}
