using System.Collections.Immutable;

namespace InstanceScheduler.Aws.Services;

/// <summary>Work on many things, a few at a time.</summary>
/// <remarks>
/// Without a detour through the thread pool: which call follows which is settled by the answers alone, so that tests can try every
/// order of two runs' calls.
/// </remarks>
internal static class FewAtOnce
{
    /// <param name="items">The things.</param>
    /// <param name="most">How many are worked on at a time.</param>
    /// <param name="work">Work on one, and its place. Carries its own deadline.</param>
    public static Task ForEachAsync<T>(ImmutableArray<T> items, int most, Func<T, int, Task> work)
    {
        var last = -1;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(items.Length, most)).Select(_ => GoOnAsync()));

        async Task GoOnAsync()
        {
            for (var place = Interlocked.Increment(ref last); place < items.Length; place = Interlocked.Increment(ref last))
                await work(items[place], place);
        }
    }
}
