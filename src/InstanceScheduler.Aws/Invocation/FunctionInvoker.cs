using System.Runtime.InteropServices;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Invokes the function asynchronously: the way one tick becomes one invocation per target.</summary>
internal sealed class FunctionInvoker(IAmazonLambda client, string functionName, AwsRetry retry)
{
    private const int Accepted = 202;

    /// <summary>Queues an event; returns AWS's status (202) and request id.</summary>
    public async Task<(int Status, string RequestId)> InvokeAsync(ReadOnlyMemory<byte> payload, RunDeadline deadline)
    {
        var response = await retry.ExecuteAsync("Invoke", token => client.InvokeAsync(RequestOf(payload), token), deadline);
        if (response.StatusCode is not Accepted)
            throw new InvalidOperationException($"Lambda answered {response.StatusCode} instead of {Accepted}");
        return (Accepted, response.ResponseMetadata?.RequestId ?? "");
    }

    // A new one for each attempt, over the same bytes: an attempt leaves its stream read to the end.
    private InvokeRequest RequestOf(ReadOnlyMemory<byte> payload) => new()
    {
        FunctionName = functionName,
        InvocationType = InvocationType.Event,
        PayloadStream = MemoryMarshal.TryGetArray(payload, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(payload.ToArray(), writable: false),
    };
}
