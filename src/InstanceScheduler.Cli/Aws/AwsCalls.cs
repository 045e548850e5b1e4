using Amazon.Runtime;

namespace InstanceScheduler.Cli.Aws;

/// <summary>Makes calls, repeats those that AWS throttles, and turns failures into something to act on.</summary>
internal sealed class AwsCalls(StackPlace place, TimeProvider time)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <param name="action">As policies spell it.</param>
    /// <param name="call">Makes the call once.</param>
    /// <param name="mayRepeat">Whether it does no harm to make the call again when nobody knows whether it took effect. What AWS refused as too much is repeated in any case.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CliException">AWS cannot be reached, or refused.</exception>
    public async Task<T> RunAsync<T>(string action, Func<CancellationToken, Task<T>> call, bool mayRepeat, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (Exception failure) when (attempt < Waits.Length && !cancellationToken.IsCancellationRequested
                && (AwsFault.IsThrottle(failure) || (mayRepeat && AwsFault.IsTransient(failure))))
            {
                await Task.Delay(Waits[attempt], time, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested
                && failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
            {
                throw AwsFault.Explain(failure, action, place, mayRepeat);
            }
        }
    }
}
