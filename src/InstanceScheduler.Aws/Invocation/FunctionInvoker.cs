using System.Text;
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
        var request = new InvokeRequest
        {
            FunctionName = functionName,
            InvocationType = InvocationType.Event,
            Payload = Encoding.UTF8.GetString(payload.Span),
        };
        var response = await retry.ExecuteAsync("Invoke", token => client.InvokeAsync(request, token), deadline);
        if (response.StatusCode is not Accepted)
            throw new InvalidOperationException($"Lambda answered {response.StatusCode} instead of {Accepted}");
        return (Accepted, response.ResponseMetadata?.RequestId ?? "");
    }
}
