using Amazon.Lambda.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.Lambda;

public class AmazonLambdaConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(LambdaService.Description.ServiceId, "4.0");

    public AmazonLambdaConfig() : base(StandInDefaults.Provider)
    {
        ServiceId = LambdaService.Description.ServiceId;
        AuthenticationServiceName = LambdaService.Description.SigningName;
        EndpointProvider = new PartitionEndpointProvider(LambdaService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => LambdaService.Description.EndpointPrefix;

    public override string ServiceVersion => LambdaService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(EndpointFacts.Of(this, parameters.AlternateEndpoint));
    }
}
