using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.Handlers;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Does what CloudFormation asks for and answers in every case, also when the work fails or hangs.</summary>
/// <remarks>Whoever gets no answer waits an hour, and as long again for the rollback.</remarks>
internal sealed partial class AnsweredWork(AnswerSender sender, TimeProvider time, TimeProvider? realClock)
{
    private static readonly string[] TimeoutNames = [ScheduleProperties.Timeout, SetupProperties.Timeout];

    /// <summary>Whether the answer was delivered.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="unknownId">The id to answer with when it failed and there is none yet.</param>
    /// <param name="work">Does it, by the deadline that it is given.</param>
    /// <param name="terms">Deadlines, log and where its lines are.</param>
    public async Task<bool> DoAsync(ResourceRequest request, string unknownId, Func<RunDeadline, Task<ResourceResult>> work, AnswerTerms terms)
    {
        var answer = await OutcomeAsync(request, unknownId, work, terms);
        return await sender.SendAsync(answer, terms.Logger, terms.Saving);
    }

    /// <summary>By when the work for a request has to be done: with the invocation, or by the resource's own time-out where that is earlier.</summary>
    public RunDeadline DeadlineOf(ResourceRequest request, RunDeadline acting) => new(LimitOf(request, acting.Left), time, acting.Token, realClock);

    private async Task<ResourceAnswer> OutcomeAsync(
        ResourceRequest request, string unknownId, Func<RunDeadline, Task<ResourceResult>> work, AnswerTerms terms)
    {
        using var deadline = DeadlineOf(request, terms.Acting);
        var limit = deadline.Left;
        try
        {
            // Work that does not hear its token must not keep the answer back.
            var result = await work(deadline).WaitAsync(deadline.Token);
            return new ResourceAnswer(request, result.PhysicalId) { Data = result.Data };
        }
        catch (ResourceRefusedException refused)
        {
            return Failed(refused, refused.Message);
        }
        catch (OperationCanceledException late) when (deadline.IsOver)
        {
            return Failed(late, $"it was not done within {limit.TotalSeconds:0} seconds, and how far it came is not known");
        }
        catch (Exception failure)
        {
            // No tick comes and tries this again.
            var problem = AwsProblem.Of(AwsRetry.OperationOf(failure) ?? "the request", failure, []);
            return Failed(failure, (problem.Remedy == AwsProblem.Continued ? problem with { Remedy = null } : problem).ToString());
        }

        ResourceAnswer Failed(Exception failure, string reason)
        {
            LogFailed(terms.Logger, failure is ResourceRefusedException ? null : failure, request.RequestType, request.LogicalId, request.StackName, reason);
            // What was refused was not begun: its id names nothing, so that the Delete of the rollback meets nobody else's.
            var id = failure is ResourceRefusedException ? request.UnbegunId : unknownId;
            return new ResourceAnswer(request, request.PhysicalId ?? id, reason + Where(terms.LogPlace));
        }
    }

    private static string Where(LogPlace place) => place switch
    {
        { Group: "" } => "",
        { Stream: "" } => $" (log group {place.Group})",
        _ => $" (log group {place.Group}, log stream {place.Stream})",
    };

    private static TimeSpan LimitOf(ResourceRequest request, TimeSpan left) => TimeoutNames
        .Select(name => request.Properties.Member(name))
        .Select(value => ResourceValue.Seconds(value) is { } seconds && seconds < left ? seconds : left)
        .Min();

    [LoggerMessage(EventName = "ResourceFailed", Level = LogLevel.Warning, Message = "{Request} of {Resource} in stack {Stack} failed: {Cause}")]
    private static partial void LogFailed(ILogger logger, Exception? failure, string request, string resource, string stack, string cause);
}
