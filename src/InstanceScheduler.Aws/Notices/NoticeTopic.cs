using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using InstanceScheduler.Aws.Retry;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Aws.Notices;

/// <summary>The topic that notices go to: setting <c>ISSUES_TOPIC_ARN</c>.</summary>
/// <param name="setting">The setting's text; null or blank: no notices.</param>
/// <param name="clientFor">Gives the client of a region.</param>
/// <param name="retry">The retry layer.</param>
/// <param name="logger">Where failures are told.</param>
internal sealed partial class NoticeTopic(
    string? setting, Func<string, IAmazonSimpleNotificationService> clientFor, AwsRetry retry, ILogger logger)
{
    private readonly TopicArn? _arn = setting is null ? null : TopicArn.TryParse(setting);

    /// <summary>The topic's ARN; null: notices go nowhere.</summary>
    public string? Arn => _arn?.Text;

    /// <summary>What is set instead of a topic; null: nothing, or a topic.</summary>
    public string? Malformed => _arn is null && !string.IsNullOrWhiteSpace(setting) ? setting : null;

    /// <summary>Whether the notice was sent. A failure is logged and otherwise swallowed: nothing depends on a notice.</summary>
    public async Task<bool> TrySendAsync(string subject, string message, RunDeadline deadline)
    {
        if (_arn is null)
            return false;
        try
        {
            var request = new PublishRequest { TopicArn = _arn.Text, Subject = subject, Message = message };
            await retry.ExecuteAsync("Publish", token => clientFor(_arn.Region).PublishAsync(request, token), deadline);
            LogSent(subject, _arn.Text);
            return true;
        }
        catch (Exception failure)
        {
            LogNotSent(subject, _arn.Text, AwsFailure.CodeOf(failure), failure.Message);
            return false;
        }
    }

    [LoggerMessage(EventName = "NoticeSent", Level = LogLevel.Information, Message = "Notice \"{Subject}\" was sent to {Topic}")]
    private partial void LogSent(string subject, string topic);

    [LoggerMessage(EventName = "NoticeNotSent", Level = LogLevel.Warning,
        Message = "Notice \"{Subject}\" could not be sent to {Topic}, the next run tries again: {Code}: {Cause}")]
    private partial void LogNotSent(string subject, string topic, string code, string cause);
}
