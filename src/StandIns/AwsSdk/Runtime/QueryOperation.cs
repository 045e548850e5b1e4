using Amazon.Runtime.Internal;

namespace Amazon.Runtime;

/// <summary>One operation of a service that speaks the AWS Query protocol: form fields out, XML back.</summary>
internal static class QueryOperation
{
    public static InvokeOptions Of<TRequest, TResponse>(
        ServiceDescription service,
        ServiceErrorFactory error,
        string action,
        Action<QueryForm, TRequest> write,
        MemberReader<TResponse> read)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() => new()
        {
            RequestMarshaller = new RequestMarshaller<TRequest>(service, (http, request) =>
            {
                http.HttpMethod = "POST";
                http.Parameters.Add("Action", action);
                http.Parameters.Add("Version", service.ApiVersion);
                write(new QueryForm(http.Parameters, string.Empty), request);
            }),
            ResponseUnmarshaller = new QueryResponseUnmarshaller<TResponse>(action, read, error),
        };
}
