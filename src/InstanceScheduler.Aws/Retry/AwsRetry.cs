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

    private const string OperationName = "InstanceScheduler.Operation";

    private readonly ResiliencePipeline _pipeline;
    private readonly RetrySettings _settings;
    private readonly ILogger _logger;
    private readonly AwsRetry? _plain;
    private readonly RoleCredentials? _credentials;

    public AwsRetry(RetrySettings settings, TimeProvider time, Func<double> random, ILogger logger)
    {
        _settings = settings;
        _logger = logger;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnother(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(_settings.Delay(arguments.AttemptNumber, random())),
                OnRetry = Report,
            })
            .Build();
    }

    private AwsRetry(AwsRetry plain, RoleCredentials credentials)
    {
        (_pipeline, _settings, _logger) = (plain._pipeline, plain._settings, plain._logger);
        (_plain, _credentials) = (plain, credentials);
    }

    /// <summary>The same for calls that are made with these credentials.</summary>
    public AwsRetry With(RoleCredentials credentials) => new(this, credentials);

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
        try
        {
            return await _pipeline.ExecuteAsync(
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
