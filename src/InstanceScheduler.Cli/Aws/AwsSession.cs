using Amazon;
using Amazon.CloudFormation;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace InstanceScheduler.Cli.Aws;

/// <summary>Who calls AWS, and where.</summary>
/// <param name="Region">Of the stack.</param>
/// <param name="Credentials">Of the caller.</param>
/// <param name="Profile">The profile named on the command line; null: none.</param>
/// <remarks>Endpoints of one's own (<c>AWS_ENDPOINT_URL</c> and its like, in a profile too) are for the SDK to find.</remarks>
internal sealed record AwsSession(string Region, AWSCredentials Credentials, string? Profile)
{
    // The function's own limit is 15 minutes; what it does here takes seconds.
    private static readonly TimeSpan LongestInvocation = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLookUp = TimeSpan.FromSeconds(30);

    /// <summary>Where HTTP clients come from; null: the SDK's own.</summary>
    public HttpClientFactory? Http { get; init; }

    /// <summary>One endpoint for everything; null: AWS, or what the environment says.</summary>
    public string? ServiceUrl { get; init; }

    public IAmazonCloudFormation CloudFormation() =>
        new AmazonCloudFormationClient(Credentials, Configure(new AmazonCloudFormationConfig(), LongestLookUp));

    public IAmazonLambda Lambda() => new AmazonLambdaClient(Credentials, Configure(new AmazonLambdaConfig(), LongestInvocation));

    public IAmazonSecurityTokenService TokenService() =>
        new AmazonSecurityTokenServiceClient(Credentials, Configure(new AmazonSecurityTokenServiceConfig(), LongestLookUp));

    private TConfig Configure<TConfig>(TConfig config, TimeSpan longest)
        where TConfig : ClientConfig
    {
        // What may be repeated is ours to know: an invocation that was cut off may have done its work.
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.Timeout = longest;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        if (Profile is not null)
            config.Profile = new Profile(Profile);
        if (Http is not null)
            config.HttpClientFactory = Http;
        if (ServiceUrl is not null)
            config.ServiceURL = ServiceUrl;
        // With an endpoint of one's own the SDK would sign for us-east-1.
        config.AuthenticationRegion = Region;
        return config;
    }
}
