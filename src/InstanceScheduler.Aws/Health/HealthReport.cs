using System.Collections.Immutable;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Aws.Health;

/// <summary>The end of a run: tells people of problems that are new, and remembers in the state table what was told.</summary>
/// <remarks>
/// What was told is remembered across processes. A run without problems makes no call, unless its process knows of problems
/// that have to be cleared, or has not looked for an hour. Nothing that fails here fails the run; what is in doubt is told
/// twice rather than never.
/// </remarks>
/// <param name="table">The health items.</param>
/// <param name="topic">Where notices go.</param>
/// <param name="digest">How they are worded.</param>
/// <param name="memory">What the process remembers; one for all runs.</param>
/// <param name="time">Clock of deadlines.</param>
/// <param name="logger">Where failures are told.</param>
internal sealed partial class HealthReport(
    HealthTable table, NoticeTopic topic, NoticeDigest digest, HealthMemory memory, TimeProvider time, ILogger logger)
{
    // The instances have had their turn: what is left is not worth minutes of waiting.
    private static readonly TimeSpan LongestReport = TimeSpan.FromSeconds(30);

    /// <summary>Never throws for what AWS may bring.</summary>
    public async Task ReportAsync(RunReport report, RunDeadline deadline)
    {
        if (topic.Malformed is { } text && memory.IsFirstWarningOf(text))
            LogTopicUnusable(text, TopicArn.Expected);
        using var brief = new RunDeadline(deadline.Left < LongestReport ? deadline.Left : LongestReport, time, deadline.Token);
        var causes = ProblemCauses.Of(report.Problems);
        if (report.DryRun is { } actions)
            await TellDryRunAsync(report.Source, causes, actions, brief);
        else if (!causes.IsEmpty || memory[report.Source].IsDue(report.Instant))
            await TellAsync(report, causes, brief);
    }

    private async Task TellAsync(RunReport report, ImmutableArray<ProblemCause> causes, RunDeadline deadline)
    {
        var known = memory[report.Source];
        if (await TryReadAsync(report.Source, deadline) is { IsRead: true } read)
            known = known with { Looked = report.Instant, Stored = read.Health };
        else if (causes.IsEmpty)
            return;

        var told = HealthLinger.Fresh((known.Unwritten ?? known.Stored)?.ToldTo(topic.Arn) ?? [], report.Instant);
        var news = new HealthNews(told);
        var mayRemember = topic.Arn is null || !news.IsIn(causes)
            || await topic.TrySendAsync(digest.Subject(report.Source.Place, causes, dryRun: null), digest.Message(causes, dryRun: null), deadline);

        var remembered = mayRemember ? causes : news.Without(causes);
        var now = new TargetHealth(report.Instant, topic.Arn, report.Counts, HealthBounds.Fit([.. remembered, .. HealthLinger.Of(told, remembered, report.Instant)]));
        if (!now.Replaces(known.Stored))
            memory[report.Source] = known with { Unwritten = null };
        else if (await TryWriteAsync(report.Source, now, deadline))
            memory[report.Source] = known with { Stored = now, Unwritten = null };
        else
            memory[report.Source] = known with { Unwritten = now };
    }

    // Nothing is stored by a dry run, so that only this process keeps itself from repeating.
    private async Task TellDryRunAsync(HealthSource source, ImmutableArray<ProblemCause> causes, DryRunActions actions, RunDeadline deadline)
    {
        var told = causes.IsEmpty && actions.Count == 0 ? null
            : NoticeDigest.Body([.. causes.Select(cause => cause with { Message = cause.StableMessage })], actions);
        if (told == memory.DryRunOf(source))
            return;
        if (told is null || await topic.TrySendAsync(digest.Subject(source.Place, causes, actions), digest.Message(causes, actions), deadline))
            memory.RememberDryRun(source, told);
    }

    private async Task<(bool IsRead, TargetHealth? Health)> TryReadAsync(HealthSource source, RunDeadline deadline)
    {
        try
        {
            return (true, await table.ReadAsync(source, deadline));
        }
        catch (Exception failure)
        {
            LogNotRead(source.Key, AwsFailure.CodeOf(failure), failure.Message);
            return (false, null);
        }
    }

    private async Task<bool> TryWriteAsync(HealthSource source, TargetHealth health, RunDeadline deadline)
    {
        try
        {
            await table.WriteAsync(source, health, deadline);
            return true;
        }
        catch (Exception failure)
        {
            LogNotWritten(source.Key, AwsFailure.CodeOf(failure), failure.Message);
            return false;
        }
    }

    [LoggerMessage(EventName = "TopicUnusable", Level = LogLevel.Warning,
        Message = "Setting ISSUES_TOPIC_ARN is \"{Setting}\", which is no topic; expected {Expected}; no notices are sent")]
    private partial void LogTopicUnusable(string setting, string expected);

    [LoggerMessage(EventName = "HealthNotRead", Level = LogLevel.Warning,
        Message = "What was told of {Key} could not be read, so that a notice may come twice: {Code}: {Cause}")]
    private partial void LogNotRead(string key, string code, string cause);

    [LoggerMessage(EventName = "HealthNotWritten", Level = LogLevel.Warning,
        Message = "What was told of {Key} could not be stored, so that a notice may come twice: {Code}: {Cause}")]
    private partial void LogNotWritten(string key, string code, string cause);
}
