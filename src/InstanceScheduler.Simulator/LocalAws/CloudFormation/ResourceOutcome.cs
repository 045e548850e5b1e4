using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>What CloudFormation makes of the answer to a request.</summary>
/// <param name="RequestType">Create, Update or Delete.</param>
/// <param name="IsSuccess">Whether it goes on.</param>
/// <param name="Reason">Null where none is given.</param>
/// <param name="PhysicalId">Null where no usable answer came.</param>
internal sealed record ResourceOutcome(string RequestType, bool IsSuccess, string? Reason, string? PhysicalId)
{
    /// <summary>What <c>Fn::GetAtt</c> gives.</summary>
    public ImmutableDictionary<string, string> Data { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    private const int LargestAnswer = 4096;
    private const int LongestId = 1024;

    public static ResourceOutcome Read(string requestType, JsonElement request, ReceivedAnswer? received)
    {
        if (received is null)
        {
            return Failed("CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId "
                + $"[{request.Text("RequestId")}]. If you are using the Python cfn-response module, you may need to update your Lambda "
                + "function code so that CloudFormation can attach the updated version.");
        }

        if (received.Body.Length > LargestAnswer)
        {
            return Failed("Response object is too long.");
        }

        try
        {
            var answer = JsonElement.Parse(received.Body.Span);
            var wrong = Array.Find(["StackId", "RequestId", "LogicalResourceId"], name => answer.Text(name) != request.Text(name));
            var (status, reason, id) = (answer.Text("Status"), answer.Text("Reason"), answer.Text("PhysicalResourceId"));
            return (wrong, status, id) switch
            {
                (not null, _, _) => Failed($"Invalid response object: {wrong} is not the request's."),
                (_, not ("SUCCESS" or "FAILED"), _) => Failed("Invalid response object: invalid Status."),
                (_, _, null or "" or { Length: > LongestId }) => Failed("Invalid PhysicalResourceId"),
                (_, "FAILED", _) when reason is null or "" => Failed("Invalid response object: Reason is missing."),
                _ => new ResourceOutcome(requestType, status == "SUCCESS", reason, id) { Data = DataIn(answer) },
            };
        }
        catch (JsonException)
        {
            return Failed("Response is not valid JSON");
        }

        static ImmutableDictionary<string, string> DataIn(JsonElement answer) => answer.Member("Data") is { ValueKind: JsonValueKind.Object } data
            ? data.EnumerateObject().ToImmutableDictionary(entry => entry.Name, entry => entry.Value.ToString(), StringComparer.Ordinal)
            : ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

        ResourceOutcome Failed(string reason) => new(requestType, IsSuccess: false, reason, PhysicalId: null);
    }
}
