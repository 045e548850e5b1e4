using Amazon.CloudFormation.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.CloudFormation;

public class AmazonCloudFormationConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(CloudFormationService.Description.ServiceId, "4.0");

    public AmazonCloudFormationConfig() : base(StandInDefaults.Provider)
    {
        ServiceId = CloudFormationService.Description.ServiceId;
        AuthenticationServiceName = CloudFormationService.Description.SigningName;
        EndpointProvider = new PartitionEndpointProvider(CloudFormationService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => CloudFormationService.Description.EndpointPrefix;

    public override string ServiceVersion => CloudFormationService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(EndpointFacts.Of(this, parameters.AlternateEndpoint));
    }
}
