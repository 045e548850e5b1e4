using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>The query protocol as CloudFormation, SNS and STS speak it: forms in, XML with a result out. EC2 has a dialect of its own.</summary>
/// <param name="version">Of the API, as requests name it.</param>
/// <param name="xmlNamespace">Of all answers.</param>
/// <param name="operations">By name.</param>
/// <param name="resources">What a call is about.</param>
internal sealed class QueryProtocol(
    string version,
    string xmlNamespace,
    IReadOnlyDictionary<string, QueryOperation> operations,
    Func<QueryParameters, IReadOnlyList<string>> resources)
{
    private const string ContentType = "text/xml";
    private const int FirstServerError = 500;

    public ServiceCall Read(WireRequest request, CallScope scope)
    {
        var input = new QueryParameters(request);
        var name = input["Action"] ?? throw new AwsException("MissingAction", "One or more required parameters were not specified");
        if (!operations.TryGetValue(name, out var operation) || input["Version"] != version)
        {
            var asked = input["Version"] ?? "NO_VERSION_SPECIFIED";
            throw new AwsException("InvalidAction", $"Could not find operation {name} for version {asked}");
        }

        return new ServiceCall(
            name, resources(input), (requestId, _) => ValueTask.FromResult(Answer(name, operation, scope, input, requestId)));
    }

    public WireResponse Refuse(AwsException error, string requestId)
    {
        var xml = new XmlBuffer()
            .Raw("<ErrorResponse xmlns=\""u8).Text(xmlNamespace).Raw("\"><Error>"u8)
            .Element("Type"u8, error.Status < FirstServerError ? "Sender" : "Receiver")
            .Element("Code"u8, error.Code)
            .Element("Message"u8, error.Message)
            .Raw("</Error>"u8)
            .Element("RequestId"u8, requestId)
            .Raw("</ErrorResponse>"u8);
        return new WireResponse(error.Status, ContentType, xml.Written).With("x-amzn-RequestId", requestId);
    }

    private ServiceAnswer Answer(string name, QueryOperation operation, CallScope scope, QueryParameters input, string requestId)
    {
        var tag = Encoding.ASCII.GetBytes(name);
        var xml = new XmlBuffer()
            .Raw("<"u8).Raw(tag).Raw("Response xmlns=\""u8).Text(xmlNamespace).Raw("\"><"u8).Raw(tag).Raw("Result>"u8);
        var items = operation(scope, input, xml);
        xml.Raw("</"u8).Raw(tag).Raw("Result><ResponseMetadata>"u8)
            .Element("RequestId"u8, requestId)
            .Raw("</ResponseMetadata></"u8).Raw(tag).Raw("Response>"u8);
        return new ServiceAnswer(new WireResponse(200, ContentType, xml.Written).With("x-amzn-RequestId", requestId), items);
    }
}
