namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>A thread without a context of its own: what is let through there goes on there, and nowhere else.</summary>
internal static class OwnThread
{
    private const int StackBytes = 16 * 1024 * 1024;

    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }, StackBytes);
        thread.Start();
        return done.Task;
    }
}
