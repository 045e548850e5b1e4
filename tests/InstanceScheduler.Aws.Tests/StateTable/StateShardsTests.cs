using CsCheck;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;

namespace InstanceScheduler.Aws.Tests.StateTable;

public sealed class StateShardsTests : StateTest
{
    private const int MaxItemBytes = 64 * 1024;

    [Fact]
    public async Task Ten_thousand_ids_lie_in_items_of_at_most_64_KB()
    {
        var ids = Enumerable.Range(1, 10_000).Select(IdOf).ToArray();
        var states = await LoadAsync("01:00");
        foreach (var id in ids)
            states.Store(id, StoredState.Any);
        Assert.Equal(10_000, (await states.DeclareAsync(Starting(ids), Deadline)).Count);
        await states.SaveAsync(Deadline);

        Assert.All(Items, item => Assert.InRange(item.Size, 1, MaxItemBytes));
        var again = await LoadAsync("01:05");
        Assert.All(ids, id => Assert.Equal(StoredState.Any, again.StoredOf(id)));
        Assert.All(ids, id => Assert.NotNull(again.IntentOf(id)));
        Assert.Equal(Enumerable.Range(0, Items.Count(IsStates)).Select(n => n == 0 ? Key : $"{Key}#{n}"), Items.Where(IsStates).Select(RangeOf).OrderBy(NumberOf), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, Items.Count(item => !IsStates(item))).Select(n => n == 0 ? PendingKey : $"{PendingKey}{n}"),
            Items.Where(item => !IsStates(item)).Select(RangeOf).OrderBy(NumberOf), StringComparer.Ordinal);
    }

    [Fact]
    public async Task They_stay_so_when_every_value_grows_and_every_id_is_marked_and_each_stays_where_it_is()
    {
        var ids = Enumerable.Range(1, 10_000).Select(IdOf).ToArray();
        var states = await LoadAsync("01:00");
        foreach (var id in ids)
            states.Store(id, StoredState.Any);
        await states.SaveAsync(Deadline);
        var homes = ids.ToDictionary(id => id, HomeOf, StringComparer.Ordinal);

        states = await LoadAsync("01:05");
        foreach (var id in ids)
            states.Store(id, StoredState.StoppedForResize);
        states.CleanUp(new HashSet<string>(StringComparer.Ordinal));
        await states.SaveAsync(Deadline);

        Assert.All(Items, item => Assert.InRange(item.Size, 1, MaxItemBytes));
        Assert.All(ids, id => Assert.Equal(homes[id], HomeOf(id)));
        Assert.Equal(10_000, Items.Sum(item => item.Find(StateAttributes.PurgeInNextCleanup)?.Elements.Length ?? 0));
    }

    [Fact]
    public async Task Marks_of_ids_that_are_only_pending_find_room_too()
    {
        var ids = Enumerable.Range(1, 8_000).Select(IdOf).ToArray();
        var states = await LoadAsync("01:00");
        await states.DeclareAsync(Starting(ids), Deadline);
        await states.SaveAsync(Deadline);

        states = await LoadAsync("02:00");
        states.CleanUp(new HashSet<string>(StringComparer.Ordinal));
        await states.SaveAsync(Deadline);

        Assert.All(Items, item => Assert.InRange(item.Size, 1, MaxItemBytes));
        Assert.Equal(8_000, Items.Sum(item => item.Find(StateAttributes.PurgeInNextCleanup)?.Elements.Length ?? 0));
        states = await LoadAsync("14:00");
        Assert.Equal(8_000, states.CleanUp(new HashSet<string>(StringComparer.Ordinal)).Length);
        await states.SaveAsync(Deadline);
        Assert.All(Items, item => Assert.DoesNotContain(item.Keys, key => key.StartsWith("i-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Room_that_others_left_is_taken_again()
    {
        var states = await LoadAsync("01:00");
        foreach (var id in Enumerable.Range(1, 3_000).Select(IdOf))
            states.Store(id, StoredState.Running);
        await states.SaveAsync(Deadline);
        var items = Items.Count;

        states = await LoadAsync("01:05");
        foreach (var id in Enumerable.Range(1, 100).Select(IdOf))
            states.Forget(id);
        foreach (var id in Enumerable.Range(5_001, 100).Select(IdOf))
            states.Store(id, StoredState.Running);
        await states.SaveAsync(Deadline);

        Assert.Equal(items, Items.Count);
        Assert.Equal(Key, HomeOf(IdOf(5_001)));
    }

    [Fact]
    public void Ids_are_found_whatever_is_set_and_removed() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3].Select(number => number switch { 0 => "stopped", 1 => "running", 2 => "any", _ => null }))
            .List[0, 200]
            .Sample(steps =>
            {
                var shards = new StateShards(number => $"key#{number}", new EntrySize(30_000, 2)); // two entries fill an item
                var model = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (number, value) in steps)
                {
                    if (value is null)
                    {
                        shards.Remove(IdOf(number));
                        model.Remove(IdOf(number));
                    }
                    else
                    {
                        shards.Set(IdOf(number), value);
                        model[IdOf(number)] = value;
                    }
                }

                Assert.Equal(model.Keys.Order(StringComparer.Ordinal), shards.Ids.Order(StringComparer.Ordinal));
                Assert.All(model, entry => Assert.Equal(entry.Value, shards[entry.Key]));
                Assert.All(shards.Items, item => Assert.InRange(item.Size, 0, StateShards.MaxItemBytes));
                Assert.Equal(model.Count, shards.Items.Sum(item => item.Values.Count));
                Assert.Equal(shards.Items.Count, shards.Items.Select(item => item.Range).Distinct(StringComparer.Ordinal).Count());
                Assert.All(shards.Changes, change => Assert.False(change.Original == change.Now));
                Assert.Equal(model.Count, shards.Changes.Count());
            }, iter: 200);

    [Fact]
    public void What_moved_to_another_item_is_a_change_until_that_one_is_written()
    {
        var shards = new StateShards(number => $"key#{number}", new EntrySize(30_000, 2)); // two entries fill an item
        shards.Set("a", "stopped");
        shards.Set("b", "stopped");
        shards.MarkWritten(shards.Items[0]);
        shards.Remove("a");
        shards.Set("c", "any");
        shards.Set("a", "running");
        Assert.Equal([("a", "stopped", "running"), ("c", null, "any")], shards.Changes.OrderBy(change => change.Id, StringComparer.Ordinal));

        shards.MarkWritten(shards.Items[0]);
        Assert.Equal([("a", null, "running")], shards.Changes);
        Assert.True(shards.HasChanged("a"));

        shards.MarkWritten(shards.Items[1]);
        Assert.Empty(shards.Changes);
        Assert.False(shards.HasChanged("a"));
    }

    private static bool IsStates(Simulator.LocalAws.DynamoDb.DynamoItem item) => !RangeOf(item).Contains("#pending", StringComparison.Ordinal);

    private static string RangeOf(Simulator.LocalAws.DynamoDb.DynamoItem item) => item[StateAttributes.AccountRegion].Text;

    private static int NumberOf(string range) => int.TryParse(range.Split('#')[^1].Replace("pending", "", StringComparison.Ordinal), out var number) ? number : 0;

    private string HomeOf(string id) => RangeOf(Items.Single(item => item.ContainsKey(id)));
}
