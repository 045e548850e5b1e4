using System.Net;
using System.Xml;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime;

/// <summary>Query protocol: <c>ActionResponse</c> holds <c>ActionResult</c> and <c>ResponseMetadata</c>; errors are XML too.</summary>
internal sealed class QueryResponseUnmarshaller<TResponse>(string action, MemberReader<TResponse> read, ServiceErrorFactory error)
    : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    // The official clients do not tell a blank text from an empty one.
    private static readonly XmlReaderSettings Settings = new() { IgnoreWhitespace = true };

    private readonly string _response = action + "Response";
    private readonly string _result = action + "Result";

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var xml = XmlReader.Create(input.Stream, Settings);
        xml.MoveToContent();
        if (!string.Equals(xml.LocalName, _response, StringComparison.Ordinal))
            throw new XmlException($"The answer to {action} is a <{xml.LocalName}>, not a <{_response}>.");

        var answer = new XmlAnswer(xml);
        var response = new TResponse { ResponseMetadata = new ResponseMetadata() };
        foreach (var part in answer.Members())
        {
            if (string.Equals(part, _result, StringComparison.Ordinal))
                answer.Into(response, read);
            else if (part is nameof(ResponseMetadata))
                answer.Into(response.ResponseMetadata, ReadMetadata);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception? innerException, HttpStatusCode statusCode)
    {
        var e = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        return error(e.Message, innerException, e.Type, e.Code, e.RequestId, statusCode);
    }

    private static void ReadMetadata(XmlAnswer answer, string member, ResponseMetadata metadata)
    {
        if (member is nameof(ResponseMetadata.RequestId))
            metadata.RequestId = answer.Text();
    }
}
