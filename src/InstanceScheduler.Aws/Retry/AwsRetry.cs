using InstanceScheduler.Aws.Accounts;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace InstanceScheduler.Aws.Retry;

/// <summary>The one retry layer: throttling, faults of AWS and time-outs are retried until the deadline leaves no room for a wait.</summary>
/// <remarks>
/// What outlives the retries is thrown as it came; errors about instances or the caller are never retried, but for credentials
/// that have ended and can be renewed.
/// </remarks>
internal sealed partial class AwsRetry
{
    private static readonly ResiliencePropertyKey<RunDeadline> DeadlineKey = new("deadline");
    private static readonly ResiliencePropertyKey<string> OperationKey = new("operation");
    private static readonly ResiliencePropertyKey<AwsRetry> RetryKey = new("retry");

    private const string OperationName = "InstanceScheduler.Operation";

    // Made once for all that follow from one another, and at the first call: Polly checks its options by reflection, which takes longer than a call.
    private readonly Lazy<ResiliencePipeline> _pipeline;
    private readonly RetrySettings _settings;
    private readonly Func<double> _random;
    private readonly ILogger _logger;
    private readonly AwsRetry? _plain;
    private readonly RoleCredentials? _credentials;

    public AwsRetry(RetrySettings settings, TimeProvider time, Func<double> random, ILogger logger) =>
        (_settings, _random, _logger, _pipeline) = (settings, random, logger, new Lazy<ResiliencePipeline>(() => PipelineOn(time)));

    private AwsRetry(AwsRetry other, RetrySettings settings, ILogger logger) =>
        (_settings, _random, _logger, _pipeline) = (settings, other._random, logger, other._pipeline);

    private AwsRetry(AwsRetry plain, RoleCredentials credentials)
        : this(plain, plain._settings, plain._logger) => (_plain, _credentials) = (plain, credentials);

    /// <summary>The same for calls that are made with these credentials.</summary>
    public AwsRetry With(RoleCredentials credentials) => new(this, credentials);

    /// <summary>The same with other waits and another log, for calls with the function's own credentials.</summary>
    public AwsRetry With(RetrySettings settings, ILogger logger) => new(this, settings, logger);

    public async Task<T> ExecuteAsync<T>(string operation, Func<CancellationToken, Task<T>> call, RunDeadline deadline)
    {
        var used = _credentials?.Current;
        try
        {
            return await AttemptAsync(operation, call, deadline);
        }
        catch (Exception failure) when (_credentials is not null && AwsFailure.IsExpiry(failure))
        {
            LogExpired(operation, AwsFailure.CodeOf(failure));
            await _credentials.RenewAsync(used, _plain!, deadline);
            return await AttemptAsync(operation, call, deadline);
        }
    }

    private async Task<T> AttemptAsync<T>(string operation, Func<CancellationToken, Task<T>> call, RunDeadline deadline)
    {
        var context = ResilienceContextPool.Shared.Get(deadline.Token);
        context.Properties.Set(DeadlineKey, deadline);
        context.Properties.Set(OperationKey, operation);
        context.Properties.Set(RetryKey, this);
        try
        {
            return await _pipeline.Value.ExecuteAsync(
                static async (context, call) => await call(context.CancellationToken), context, call);
        }
        catch (Exception failure)
        {
            failure.Data[OperationName] = operation;
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The operation whose failure came out of the retries; null when none did.</summary>
    public static string? OperationOf(Exception failure) => failure.Data[OperationName] as string;

    private static ResiliencePipeline PipelineOn(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = static arguments => ValueTask.FromResult(In(arguments.Context).IsWorthAnother(arguments)),
            DelayGenerator = static arguments => ValueTask.FromResult<TimeSpan?>(In(arguments.Context).DelayAfter(arguments.AttemptNumber)),
            OnRetry = static arguments => In(arguments.Context).Report(arguments),
        })
        .Build();

    private static AwsRetry In(ResilienceContext context) => context.Properties.GetValue(RetryKey, null!);

    private TimeSpan DelayAfter(int attempt) => _settings.Delay(attempt, _random());

    private bool IsWorthAnother(RetryPredicateArguments<object> arguments)
    {
        if (arguments.Outcome.Exception is not { } failure || !AwsFailure.IsTemporary(failure))
            return false;
        var deadline = arguments.Context.Properties.GetValue(DeadlineKey, null!);
        return !deadline.IsOver && deadline.Left > _settings.Delay(arguments.AttemptNumber, random: 1);
    }

    private ValueTask Report(OnRetryArguments<object> arguments)
    {
        LogRetry(arguments.Context.Properties.GetValue(OperationKey, ""), AwsFailure.CodeOf(arguments.Outcome.Exception!),
            arguments.AttemptNumber + 1, arguments.RetryDelay.TotalSeconds);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(EventName = "CallRetried", Level = LogLevel.Information,
        Message = "{Operation} failed with {Code}; attempt {Attempt} is followed by another in {DelaySeconds} s")]
    private partial void LogRetry(string operation, string code, int attempt, double delaySeconds);

    [LoggerMessage(EventName = "CredentialsRenewed", Level = LogLevel.Information,
        Message = "{Operation} failed with {Code}: the role is assumed again, and the call made once more")]
    private partial void LogExpired(string operation, string code);
}
