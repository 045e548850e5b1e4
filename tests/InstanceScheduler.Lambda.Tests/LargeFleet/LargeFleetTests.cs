using System.Collections.Immutable;
using System.Diagnostics;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using NodaTime;
using Xunit.Abstractions;

namespace InstanceScheduler.Lambda.Tests.LargeFleet;

/// <summary>A hundred thousand instances in one target, over fifteen hours in which some change, come and go all the time.</summary>
public sealed class LargeFleetTests(ITestOutputHelper output)
{
    private const int Instances = 100_000;
    private const int MostPages = 4;
    private const int MostPagesOfIntents = 6;
    private const int MostItemBytes = 64 * 1024;

    // How many change at a tick, besides those that come and go: between a quiet hour and a boundary of a large team.
    private static readonly int[] Changes = [0, 20, 200, 2_000, 5_000];

    private static readonly Instant Midnight = Instant.FromUtc(2026, 11, 23, 0, 0);

    [Fact]
    public async Task States_stay_in_items_of_64_KB_and_are_read_in_four_pages()
    {
        using var bench = new StateBench();
        var fleet = new FleetModel(seed: 1);
        fleet.Launch(Instances);
        ImmutableHashSet<string> underWay = [];
        var dropped = 0;
        for (var hour = 0; hour < 15; hour++)
        {
            if (hour > 0)
            {
                fleet.Launch(100 * (hour % 4));
                fleet.Terminate(100 * (hour % 4));
            }

            var changes = hour is 0 or 14 ? [] : fleet.Pick(Changes[hour % Changes.Length]);
            (underWay, var gone) = await TickAsync(bench, fleet, Midnight + Duration.FromHours(hour), changes, underWay);
            dropped += gone;
        }

        Assert.InRange(dropped, 1, Instances);

        // The longest that all of them can be, as when everything had been started by hand before its period began.
        await TickAsync(bench, fleet, Midnight + Duration.FromHours(15), [], underWay, StoredState.RetainRunning);
        (underWay, _) = await TickAsync(bench, fleet, Midnight + Duration.FromHours(16), [.. fleet.Alive], []);

        // While all of them are under way, their intents are read too.
        await TickAsync(bench, fleet, Midnight + Duration.FromHours(17), [], underWay, mostPages: MostPages + MostPagesOfIntents);
        await TickAsync(bench, fleet, Midnight + Duration.FromHours(18), [], []);
    }

    /// <summary>One run: settles, stores, declares, acts, cleans up, saves.</summary>
    /// <param name="changes">Ids whose state changes; every other one by an action.</param>
    /// <param name="underWay">Ids that the run before acted on.</param>
    /// <param name="all">What all are to be stored as; null: each its own.</param>
    /// <param name="mostPages">In how many pages the items have to be read.</param>
    private async Task<(ImmutableHashSet<string> UnderWay, int Dropped)> TickAsync(
        StateBench bench, FleetModel fleet, Instant instant, IReadOnlyList<string> changes, ImmutableHashSet<string> underWay, StoredState? all = null, int mostPages = MostPages)
    {
        var (pages, writes, bytes, units, watch) = (bench.Pages, bench.Writes, bench.BytesWritten, bench.WriteUnits, Stopwatch.StartNew());
        var states = await bench.LoadAsync(instant, "run1");
        var (read, items) = (bench.Pages - pages, bench.Items.Count);
        Assert.InRange(read, 1, mostPages);
        foreach (var (id, state) in fleet.Stored)
            Assert.Equal(state, states.StoredOf(id));
        foreach (var id in underWay)
        {
            Assert.NotNull(states.IntentOf(id));
            states.Finish(id);
        }

        foreach (var id in fleet.Alive)
            if (all is not null || !fleet.Stored.ContainsKey(id))
                Store(id, all ?? StoredState.Running);
        var wishes = changes.Where((_, place) => place % 2 == 0).ToImmutableDictionary(id => id, _ => Wish.Start, StringComparer.Ordinal);
        var mine = await states.DeclareAsync(wishes, bench.Deadline);
        Assert.Equal(wishes.Count, mine.Count);
        foreach (var id in changes)
            Store(id, fleet.AnyState());
        var dropped = states.CleanUp(fleet.Alive.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(fleet.CleanUp(instant), dropped.ToHashSet(StringComparer.Ordinal));
        await states.SaveAsync(bench.Deadline);

        Assert.All(bench.Items, item => Assert.InRange(item.Size, 1, MostItemBytes));
        Assert.Equal(fleet.Stored.Keys.Order(StringComparer.Ordinal), bench.StoredIds.Order(StringComparer.Ordinal));
        output.WriteLine($"{instant}: {changes.Count} changes, {wishes.Count} actions, {dropped.Length} forgotten; "
            + $"{items} items read in {read} pages; {bench.Writes - writes} items, {bench.BytesWritten - bytes:N0} bytes, {bench.WriteUnits - units:N0} units written; {watch.ElapsedMilliseconds} ms");
        return (mine, dropped.Length);

        void Store(string id, StoredState state)
        {
            states.Store(id, state);
            fleet.Stored[id] = state;
        }
    }
}
