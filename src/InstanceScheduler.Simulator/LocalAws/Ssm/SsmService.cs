using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>Parameter Store and the listing of maintenance windows.</summary>
internal sealed class SsmService : IAwsService
{
    private readonly JsonProtocol _protocol;

    public SsmService(ParameterTree tree, MaintenanceWindows windows, TimeProvider time)
    {
        var reads = new ParameterReads(tree);
        var writes = new ParameterWrites(tree);
        _protocol = new JsonProtocol(
            "AmazonSSM",
            "application/x-amz-json-1.1",
            "",
            new Dictionary<string, JsonOperation>(StringComparer.Ordinal)
            {
                ["GetParametersByPath"] = reads.ByPath,
                ["GetParameter"] = reads.One,
                ["GetParameters"] = reads.Several,
                ["PutParameter"] = writes.Put,
                ["DeleteParameter"] = writes.Delete,
                ["DeleteParameters"] = writes.DeleteSeveral,
                ["DescribeMaintenanceWindows"] = new MaintenanceWindowListing(windows, time).Describe,
            },
            Resources);
    }

    public string SigningName => "ssm";

    public ServiceCall Read(WireRequest request, CallScope scope) => _protocol.Read(request, scope);

    public WireResponse Refuse(AwsException error, string requestId) => _protocol.Refuse(error, requestId);

    private static IReadOnlyList<string> Resources(JsonElement input) =>
        (input.Text("Path") ?? input.Text("Name")) is { } one ? [one] : input.Texts("Names");
}
