using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.Handlers;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>What answering a request needs of the invocation, and what there is of it before its settings are known.</summary>
/// <param name="Acting">By when to stop working.</param>
/// <param name="Saving">By when to have answered.</param>
/// <param name="Logger">Logger with the invocation's fields.</param>
/// <param name="LogPlace">Where its lines are to be found.</param>
internal sealed record AnswerTerms(RunDeadline Acting, RunDeadline Saving, ILogger Logger, LogPlace LogPlace)
{
    public static AnswerTerms Of(Invocation invocation) => new(invocation.Acting, invocation.Saving, invocation.Logger, invocation.LogPlace);
}
