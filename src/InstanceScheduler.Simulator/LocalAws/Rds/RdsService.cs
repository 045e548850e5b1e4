using System.Collections.Frozen;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>RDS's query protocol: forms in, XML out.</summary>
internal sealed class RdsService(RdsFleet fleet) : IAwsService
{
    private const string ContentType = "text/xml";
    private const string Version = "2014-10-31";

    private static readonly FrozenDictionary<string, RdsOperation> Operations = new Dictionary<string, RdsOperation>(StringComparer.Ordinal)
    {
        ["DescribeDBInstances"] = DatabaseCalls.Describe,
        ["StartDBInstance"] = DatabaseCalls.Start,
        ["StopDBInstance"] = DatabaseCalls.Stop,
        ["DescribeDBClusters"] = ClusterCalls.Describe,
        ["StartDBCluster"] = ClusterCalls.Start,
        ["StopDBCluster"] = ClusterCalls.Stop,
        ["DescribeDBSnapshots"] = SnapshotCalls.Describe,
        ["DeleteDBSnapshot"] = SnapshotCalls.Delete,
        ["AddTagsToResource"] = RdsTagCalls.Add,
        ["RemoveTagsFromResource"] = RdsTagCalls.Remove,
        ["ListTagsForResource"] = RdsTagCalls.List,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What a call can be about; a stop may name both a database and the snapshot to take.
    private static readonly string[] Subjects =
        ["DBInstanceIdentifier", "DBClusterIdentifier", "DBSnapshotIdentifier", "ResourceName"];

    public string SigningName => "rds";

    public ServiceCall Read(WireRequest request, CallScope scope)
    {
        var input = new QueryParameters(request);
        var name = input["Action"] ?? throw new AwsException("MissingAction", "The request must contain the parameter Action.");
        var version = input["Version"] ?? "NO_VERSION_SPECIFIED";
        if (version != Version || !Operations.TryGetValue(name, out var operation))
        {
            throw new AwsException("InvalidAction", $"Could not find operation {name} for version {version}");
        }

        string[] resources = [.. Subjects.Select(s => input[s]).OfType<string>()];
        return new ServiceCall(
            name, resources, (requestId, _) => ValueTask.FromResult(Answer(name, operation, scope, input, requestId)));
    }

    public WireResponse Refuse(AwsException error, string requestId)
    {
        var xml = Open("ErrorResponse"u8)
            .Raw("<Error>"u8)
            .Element("Type"u8, error.Status < 500 ? "Sender" : "Receiver")
            .Element("Code"u8, error.Code)
            .Element("Message"u8, error.Message)
            .Raw("</Error>"u8)
            .Element("RequestId"u8, requestId)
            .Raw("</ErrorResponse>"u8);
        return new WireResponse(error.Status, ContentType, xml.Written).With("x-amzn-RequestId", requestId);
    }

    private ServiceAnswer Answer(string name, RdsOperation operation, CallScope scope, QueryParameters input, string requestId)
    {
        var (response, result) = (Encoding.ASCII.GetBytes(name + "Response"), Encoding.ASCII.GetBytes(name + "Result"));
        var content = new XmlBuffer();
        var items = operation(fleet.Region(scope.Account, scope.Region), input, content);
        var xml = Open(response);
        xml.Reserve(content.Written.Length);
        if (!content.Written.IsEmpty)
        {
            xml.Raw("<"u8).Raw(result).Raw(">"u8).Raw(content.Written.Span).Raw("</"u8).Raw(result).Raw(">"u8);
        }

        xml.Raw("<ResponseMetadata>"u8).Element("RequestId"u8, requestId).Raw("</ResponseMetadata></"u8).Raw(response).Raw(">"u8);
        return new ServiceAnswer(new WireResponse(200, ContentType, xml.Written).With("x-amzn-RequestId", requestId), items);
    }

    private static XmlBuffer Open(ReadOnlySpan<byte> root) =>
        new XmlBuffer().Raw("<"u8).Raw(root).Raw(" xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\">"u8);
}
