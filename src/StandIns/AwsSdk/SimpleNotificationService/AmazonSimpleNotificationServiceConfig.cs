using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleNotificationService.Internal;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(SnsService.Description.ServiceId, "4.0");

    public AmazonSimpleNotificationServiceConfig() : base(StandInDefaults.Provider)
    {
        ServiceId = SnsService.Description.ServiceId;
        AuthenticationServiceName = SnsService.Description.SigningName;
        EndpointProvider = new PartitionEndpointProvider(SnsService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => SnsService.Description.EndpointPrefix;

    public override string ServiceVersion => SnsService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(EndpointFacts.Of(this, parameters.AlternateEndpoint));
    }
}
