using System.Collections.Concurrent;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.Lambda;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SimpleNotificationService;
using Amazon.SimpleSystemsManagement;
using InstanceScheduler.Aws.Services.Ec2.Listing;

namespace InstanceScheduler.Aws.Clients;

/// <summary>Makes the SDK clients, one per service and region, all alike: no retries of the SDK's own, one HTTP handler.</summary>
/// <param name="homeRegion">Region of the function, its tables and settings.</param>
/// <param name="credentials">Who calls; null: the environment's credentials, as the platform sets them.</param>
/// <param name="http">Where HTTP clients come from; null: the SDK's own.</param>
/// <param name="serviceUrl">One endpoint for everything; null: AWS, or what <c>AWS_ENDPOINT_URL</c> says.</param>
internal sealed class AwsClients(string homeRegion, AWSCredentials? credentials = null, HttpClientFactory? http = null, string? serviceUrl = null)
{
    // A connection that died while the process was frozen must leave time for another attempt.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Ec2Client> _ec2 = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IAmazonRDS> _rds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IAmazonSimpleSystemsManagement> _ssm = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IAmazonSimpleNotificationService> _sns = new(StringComparer.Ordinal);
    private readonly AWSCredentials _credentials = credentials ?? new EnvironmentVariablesAWSCredentials();

    public IAmazonDynamoDB DynamoDb => field ??= new AmazonDynamoDBClient(_credentials, Configure(new AmazonDynamoDBConfig(), homeRegion));

    public IAmazonSimpleSystemsManagement Ssm => SsmIn(homeRegion);

    public IAmazonLambda Lambda => field ??= new AmazonLambdaClient(_credentials, Configure(new AmazonLambdaConfig(), homeRegion));

    /// <summary>In the function's region: sessions of a regional endpoint hold in every region, those of the global one do not.</summary>
    public IAmazonSecurityTokenService Sts =>
        field ??= new AmazonSecurityTokenServiceClient(_credentials, Configure(new AmazonSecurityTokenServiceConfig(), homeRegion));

    /// <summary>Clients of another caller. They cost little, since HTTP connections are shared, and go with their run.</summary>
    public AwsClients As(AWSCredentials other) => new(homeRegion, other, http, serviceUrl);

    public Ec2Client Ec2(string region) =>
        _ec2.GetOrAdd(region, region => new Ec2Client(_credentials, Configure(new AmazonEC2Config(), region)));

    public IAmazonRDS Rds(string region) =>
        _rds.GetOrAdd(region, region => new AmazonRDSClient(_credentials, Configure(new AmazonRDSConfig(), region)));

    public IAmazonSimpleSystemsManagement SsmIn(string region) => _ssm.GetOrAdd(region,
        region => new AmazonSimpleSystemsManagementClient(_credentials, Configure(new AmazonSimpleSystemsManagementConfig(), region)));

    public IAmazonSimpleNotificationService Sns(string region) => _sns.GetOrAdd(region,
        region => new AmazonSimpleNotificationServiceClient(_credentials, Configure(new AmazonSimpleNotificationServiceConfig(), region)));

    private TConfig Configure<TConfig>(TConfig config, string region)
        where TConfig : ClientConfig
    {
        config.MaxErrorRetry = 0;
        // A connection that breaks is retried on a budget of its own otherwise, hundreds of times.
        config.MaxStaleConnectionRetries = 0;
        config.Timeout = LongestCall;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        if (http is not null)
            config.HttpClientFactory = http;
        if (serviceUrl is not null)
            config.ServiceURL = serviceUrl;
        // With an endpoint of one's own the SDK would sign for us-east-1.
        config.AuthenticationRegion = region;
        return config;
    }
}
