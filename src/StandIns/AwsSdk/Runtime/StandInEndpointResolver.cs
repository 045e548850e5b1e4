using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Runtime;

internal sealed class StandInEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        EndpointFacts.Of(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
