using System.Text.Json;
using Amazon.Lambda.Core;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Lambda.Administration;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Handlers;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Settings;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace InstanceScheduler.Lambda;

/// <summary>The function, put together once per process. A host only has to feed it events.</summary>
internal sealed partial class SchedulerFunction
{
    // Time to save states after the last action, and to answer after the save.
    private static readonly TimeSpan SavingMargin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AnswerMargin = TimeSpan.FromSeconds(1);

    private readonly SettingsGate _settings;
    private readonly EventDispatcher _dispatcher;
    private readonly TimeProvider _time;
    private readonly TimeProvider? _realClock;
    private readonly AwsRetry _retry;
    private readonly JsonLineLogger _logger;

    /// <param name="environment">What the process knows of itself.</param>
    /// <param name="clients">SDK clients.</param>
    /// <param name="answers">Sends the answers to CloudFormation.</param>
    /// <param name="time">Clock for waits, settings and events without a time; deadlines follow the real clock.</param>
    /// <param name="random">Random numbers from 0 to 1.</param>
    /// <param name="log">Where log lines go.</param>
    /// <param name="realClock">Clock of deadlines; null: the system's.</param>
    public SchedulerFunction(
        FunctionEnvironment environment, AwsClients clients, HttpMessageInvoker answers, TimeProvider time, Func<double> random, JsonLineWriter log,
        TimeProvider? realClock = null)
    {
        _realClock = realClock;
        _time = time;
        _logger = new JsonLineLogger(log, time, LogLevel.Information);
        _retry = new AwsRetry(RetrySettings.Default, time, random, _logger);
        var answered = new AnsweredWork(new AnswerSender(answers, time, random, realClock), time, realClock);
        var source = new SettingsSource(environment, () => clients.Ssm, time, _retry, _logger);
        _settings = new SettingsGate(source, answered);
        var announcements = new Announcements(clients, log, time);
        var accounts = new ManagedAccounts(new RoleParameters(() => clients.Ssm, time), environment.Region);
        var roles = new AssumedRoles(() => clients.Sts, realClock ?? TimeProvider.System);
        var runner = new TargetRunner(clients, roles, announcements, time, random);
        _dispatcher = new EventDispatcher(
        [
            new SchedulerRequestHandler(environment, clients, accounts, runner, announcements, time),
            new SchedulerSetupHandler(environment, clients, answered, time, realClock),
            new ScheduleResourceHandler(clients, answered),
            new AdminCliRequestHandler(AdminActions.Of(clients, new TargetAccess(environment, clients, accounts, roles), time)),
            new CloudWatchEventHandler(environment, clients, accounts, roles, runner, announcements, time),
            new UnknownResourceHandler(answered),
        ], announcements, time);
    }

    /// <summary>Handles one event. Never throws for what an event or AWS may bring.</summary>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var logger = _logger.With(("requestId", context.AwsRequestId));
        using var acting = new RunDeadline(context.RemainingTime - MarginOf(context.RemainingTime), _time, CancellationToken.None, _realClock);
        using var saving = new RunDeadline(context.RemainingTime - AnswerMargin, _time, CancellationToken.None, _realClock);
        try
        {
            using var request = await JsonDocument.ParseAsync(input, cancellationToken: acting.Token);
            return new MemoryStream((await HandleAsync(request.RootElement, context, acting, saving, logger)).ToArray());
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure, failure.Message);
            return new MemoryStream("{}"u8.ToArray());
        }
    }

    private async Task<ReadOnlyMemory<byte>> HandleAsync(
        JsonElement request, ILambdaContext context, RunDeadline acting, RunDeadline saving, JsonLineLogger logger)
    {
        var terms = new AnswerTerms(acting, saving, logger, new LogPlace(context.LogGroupName, context.LogStreamName));
        if (await _settings.GetAsync(request, terms) is not { } settings)
        {
            LogNoSettings(logger);
            return "null"u8.ToArray();
        }

        if (settings.Trace)
            logger = logger.From(LogLevel.Debug);
        return await _dispatcher.DispatchAsync(new Invocation(
            request, settings, _retry.With(settings.Retry, logger), acting, saving, logger, new LogPlace(settings.LogGroup ?? context.LogGroupName, context.LogStreamName)));
    }

    // A short time-out leaves most of itself for work.
    private static TimeSpan MarginOf(TimeSpan remaining) => remaining / 3 < SavingMargin ? remaining / 3 : SavingMargin;

    [LoggerMessage(EventName = "SettingsMissing", Level = LogLevel.Warning,
        Message = "No settings in Parameter Store yet, nothing is done; while the stack is being made this is normal")]
    private static partial void LogNoSettings(ILogger logger);

    [LoggerMessage(EventName = "InvocationFailed", Level = LogLevel.Error, Message = "The invocation failed: {Cause}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string cause);
}
