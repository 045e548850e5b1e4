using System.Collections.Immutable;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Work on single instances, a few at once.</summary>
internal static class SideBySide
{
    /// <summary>How many at once: EC2 refills the bucket of calls that change things slowly.</summary>
    public const int Most = 8;

    /// <summary>Results in the order of the items.</summary>
    public static async Task<ImmutableArray<TResult>> SelectAsync<T, TResult>(ImmutableArray<T> items, Func<T, Task<TResult>> work)
    {
        var results = new TResult[items.Length];
        await FewAtOnce.ForEachAsync(items, Most, async (item, place) => results[place] = await work(item));
        return [.. results];
    }
}
