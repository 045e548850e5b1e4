using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime;

/// <summary>One operation's way from the model to the HTTP request, whatever the protocol.</summary>
internal sealed class RequestMarshaller<TRequest>(ServiceDescription service, Action<IRequest, TRequest> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon." + service.ServiceId);
        write(request, (TRequest)input);
        return request;
    }
}
