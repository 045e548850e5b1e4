using Amazon.Runtime.Endpoints;

namespace Amazon.Runtime;

/// <summary>An address given by the caller wins; otherwise prefix, region and the partition's DNS suffix make it.</summary>
internal sealed class PartitionEndpointProvider(string endpointPrefix) : IEndpointProvider
{
    public Endpoints.Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[EndpointFacts.ServiceUrl] is string { Length: > 0 } serviceUrl)
            return new Endpoints.Endpoint(serviceUrl);
        if (parameters[EndpointFacts.Region] is not string { Length: > 0 } region)
            throw new AmazonClientException($"No region is configured, so the {endpointPrefix} endpoint is unknown.");

        var host = parameters[EndpointFacts.UseFips] is true ? endpointPrefix + "-fips" : endpointPrefix;
        return new Endpoints.Endpoint($"https://{host}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");
    }
}
