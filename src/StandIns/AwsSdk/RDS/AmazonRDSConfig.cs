using Amazon.RDS.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.RDS;

public class AmazonRDSConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(RdsService.Description.ServiceId, "4.0");

    public AmazonRDSConfig() : base(StandInDefaults.Provider)
    {
        ServiceId = RdsService.Description.ServiceId;
        AuthenticationServiceName = RdsService.Description.SigningName;
        EndpointProvider = new PartitionEndpointProvider(RdsService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => RdsService.Description.EndpointPrefix;

    public override string ServiceVersion => RdsService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(EndpointFacts.Of(this, parameters.AlternateEndpoint));
    }
}
