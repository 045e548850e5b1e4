using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Amazon.Lambda;

public interface IAmazonLambda : IAmazonService, IDisposable
{
    Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default);
}
