using Amazon.Runtime.Endpoints;

namespace Amazon.Runtime;

/// <summary>What the configuration says about the endpoint, under the names the provider reads.</summary>
internal static class EndpointFacts
{
    public const string Region = "Region";
    public const string UseFips = "UseFIPS";
    public const string ServiceUrl = "Endpoint";

    public static EndpointParameters Of(IClientConfig config, RegionEndpoint? alternate) => new()
    {
        [Region] = (alternate ?? config.RegionEndpoint)?.SystemName ?? config.AuthenticationRegion,
        [UseFips] = config.UseFIPSEndpoint,
        [ServiceUrl] = config.ServiceURL,
    };
}
