using System.Text.Json;
using InstanceScheduler.Aws;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>What became of a target's invocation.</summary>
/// <param name="Target">The target.</param>
/// <param name="Status">AWS's answer: 202; zero: there was none.</param>
/// <param name="RequestId">AWS's id of the request; empty: there was none.</param>
/// <param name="Failure">Why it was not accepted; null: it was.</param>
internal sealed record Dispatched(Target Target, int Status, string RequestId, Exception? Failure)
{
    public static void Write(Utf8JsonWriter answer, IEnumerable<Dispatched> dispatched)
    {
        answer.WriteStartArray();
        foreach (var (target, status, requestId, _) in dispatched)
        {
            answer.WriteStartObject();
            WriteList(answer, "services", target.Service);
            WriteList(answer, "accounts", target.Account);
            WriteList(answer, "regions", target.Region);
            answer.WriteNumber("lambda_invoke_result", status);
            answer.WriteString("lambda_request_id", requestId);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter answer, string name, string only)
    {
        answer.WriteStartArray(name);
        answer.WriteStringValue(only);
        answer.WriteEndArray();
    }
}
