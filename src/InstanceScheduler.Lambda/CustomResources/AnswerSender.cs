using System.Net;
using InstanceScheduler.Aws.Retry;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Puts answers to their addresses: one PUT with a length and without a type, as the address is signed for.</summary>
/// <param name="http">Sends.</param>
/// <param name="time">Clock of the waits between tries.</param>
/// <param name="random">Random numbers from 0 to 1.</param>
/// <param name="realClock">Clock of a single try; null: the system's.</param>
internal sealed partial class AnswerSender(HttpMessageInvoker http, TimeProvider time, Func<double> random, TimeProvider? realClock)
{
    private const string Operation = "PUT of the answer";

    // Short waits: there are seconds left when work was given up.
    private static readonly RetrySettings Waits = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), 0.2);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(5);

    /// <summary>Sockets that add nothing of their own to a request.</summary>
    public static SocketsHttpHandler Handler() => new() { ActivityHeadersPropagator = null };

    /// <summary>Whether the answer was delivered. Faults of the network and of the other side are tried again until the deadline.</summary>
    public async Task<bool> SendAsync(ResourceAnswer answer, ILogger logger, RunDeadline deadline)
    {
        var request = answer.Request;
        try
        {
            var address = AnswerAddress.Parse(request.ResponseUrl);
            var body = answer.ToBytes();
            await new AwsRetry(Waits, time, random, logger).ExecuteAsync(Operation, token => PutAsync(address, body, token), deadline);
            LogDelivered(logger, request.RequestType, request.LogicalId, request.StackName, answer.Status, answer.PhysicalId);
            return true;
        }
        catch (Exception failure)
        {
            LogLost(logger, request.RequestType, request.LogicalId, request.StackName, answer.Status, failure.Message);
            return false;
        }
    }

    private async Task<HttpStatusCode> PutAsync(Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestTry, realClock ?? TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        // Bytes have a length and, other than text, no type of their own.
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(body) };
        using var response = await http.SendAsync(request, either.Token);
        return response.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => response.StatusCode,
            >= HttpStatusCode.InternalServerError => throw new HttpRequestException($"HTTP {(int)response.StatusCode}", inner: null, response.StatusCode),
            _ => throw new AnswerRefusedException((int)response.StatusCode),
        };
    }

    [LoggerMessage(EventName = "ResourceAnswered", Level = LogLevel.Information,
        Message = "{Request} of {Resource} in stack {Stack} was answered with {Status}: {PhysicalId}")]
    private static partial void LogDelivered(ILogger logger, string request, string resource, string stack, string status, string physicalId);

    [LoggerMessage(EventName = "ResourceAnswerLost", Level = LogLevel.Error,
        Message = "The answer {Status} to {Request} of {Resource} in stack {Stack} could not be delivered, and CloudFormation waits for it in vain: {Cause}")]
    private static partial void LogLost(ILogger logger, string request, string resource, string stack, string status, string cause);
}
