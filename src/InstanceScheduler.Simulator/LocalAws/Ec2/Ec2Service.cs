using System.Collections.Frozen;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>EC2's query protocol: forms in, XML out.</summary>
internal sealed class Ec2Service(Ec2Fleet fleet) : IAwsService
{
    private const string ContentType = "text/xml;charset=UTF-8";

    private static readonly FrozenDictionary<string, Ec2Operation> Operations = new Dictionary<string, Ec2Operation>(StringComparer.Ordinal)
    {
        ["DescribeInstances"] = InstanceListing.Describe,
        ["DescribeVolumes"] = VolumeListing.Describe,
        ["StartInstances"] = InstancePowerCalls.Start,
        ["StopInstances"] = InstancePowerCalls.Stop,
        ["CreateTags"] = InstanceTagCalls.Create,
        ["DeleteTags"] = InstanceTagCalls.Delete,
        ["ModifyInstanceAttribute"] = InstanceAttributeCalls.Modify,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string SigningName => "ec2";

    public ServiceCall Read(WireRequest request, CallScope scope)
    {
        var input = new QueryParameters(request);
        var name = input["Action"] ?? throw new AwsException("MissingAction", "The request must contain the parameter Action");
        if (!Operations.TryGetValue(name, out var operation))
        {
            throw new AwsException("InvalidAction", $"The action {name} is not valid for this web service.");
        }

        return new ServiceCall(
            name, Resources(input), (requestId, _) => ValueTask.FromResult(Answer(name, operation, scope, input, requestId)));
    }

    public WireResponse Refuse(AwsException error, string requestId)
    {
        var xml = new XmlBuffer()
            .Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>"u8)
            .Element("Code"u8, error.Code)
            .Element("Message"u8, error.Message)
            .Raw("</Error></Errors>"u8)
            .Element("RequestID"u8, requestId)
            .Raw("</Response>"u8);
        return new WireResponse(error.Status, ContentType, xml.Written);
    }

    private ServiceAnswer Answer(string name, Ec2Operation operation, CallScope scope, QueryParameters input, string requestId)
    {
        var xml = new XmlBuffer()
            .Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"u8).Raw(Encoding.ASCII.GetBytes(name))
            .Raw("Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"u8)
            .Element("requestId"u8, requestId);
        var items = operation(fleet.Region(scope.Account, scope.Region), input, xml);
        xml.Raw("</"u8).Raw(Encoding.ASCII.GetBytes(name)).Raw("Response>"u8);
        var pieces = xml.Pieces;
        return new ServiceAnswer(new WireResponse(200, ContentType, pieces[0]) { Rest = pieces[1..] }, items);
    }

    private static IReadOnlyList<string> Resources(QueryParameters input) =>
        input.List("InstanceId") is { Count: > 0 } ids ? ids
        : input.List("ResourceId") is { Count: > 0 } resources ? resources
        : input.List("VolumeId") is { Count: > 0 } volumes ? volumes
        : input["InstanceId"] is { } only ? [only] : [];
}
