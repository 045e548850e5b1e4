using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>The calls that an action makes about one database.</summary>
internal sealed class DatabaseCalls(AwsRetry retry)
{
    /// <summary>The call that was made last.</summary>
    public string Operation { get; private set; } = "";

    /// <summary>Whether an attempt of the deed itself broke on the way: it may have taken effect, whatever came after it.</summary>
    public bool MayHaveActed { get; private set; }

    /// <summary>A call before the deed.</summary>
    public Task<T> PrepareAsync<T>(string operation, Func<CancellationToken, Task<T>> call, RunDeadline deadline)
    {
        Operation = operation;
        return retry.ExecuteAsync(operation, call, deadline);
    }

    /// <summary>The deed.</summary>
    public Task ActAsync<T>(string operation, Func<CancellationToken, Task<T>> call, RunDeadline deadline)
    {
        return PrepareAsync(operation, AttemptAsync, deadline);

        async Task<T> AttemptAsync(CancellationToken token)
        {
            try
            {
                return await call(token);
            }
            catch (Exception failure) when (AwsFailure.KindOf(failure) == FailureKind.Transient)
            {
                MayHaveActed = true;
                throw;
            }
        }
    }
}
