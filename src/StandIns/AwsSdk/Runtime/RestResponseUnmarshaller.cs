using System.Net;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Runtime;

/// <summary>REST protocol: the answer is headers and a raw body; errors are JSON.</summary>
internal sealed class RestResponseUnmarshaller<TResponse>(Func<IWebResponseData, MemoryStream, TResponse> read, ServiceErrorFactory error)
    : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var body = new MemoryStream();
        input.Stream.CopyTo(body);
        body.Position = 0;
        return read(input.ResponseData, body);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception? innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var e = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return error(e.Message, innerException, e.Type, e.Code, e.RequestId, statusCode);
    }
}
