namespace InstanceScheduler.Aws.Services;

/// <summary>Work on many things, a few at a time.</summary>
/// <remarks>
/// Without a detour through the thread pool: which call follows which is settled by the answers alone, so that tests can try every
/// order of two runs' calls.
/// </remarks>
internal static class FewAtOnce
{
    /// <param name="count">How many things there are.</param>
    /// <param name="most">How many are worked on at a time.</param>
    /// <param name="work">Work on the nth, from zero.</param>
    public static Task ForEachAsync(int count, int most, Func<int, Task> work)
    {
        var last = -1;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(count, most)).Select(_ => GoOnAsync()));

        async Task GoOnAsync()
        {
            for (var place = Interlocked.Increment(ref last); place < count; place = Interlocked.Increment(ref last))
                await work(place);
        }
    }
}
