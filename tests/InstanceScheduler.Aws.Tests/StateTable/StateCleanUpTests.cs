using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.StateTable;

public sealed class StateCleanUpTests : StateTest
{
    private const string A = "i-0000000000000000a";
    private const string B = "i-0000000000000000b";
    private const string C = "i-0000000000000000c";

    [Fact]
    public async Task An_id_unseen_twice_twelve_hours_apart_is_dropped()
    {
        await StoreAsync("00:00", A, B);

        Assert.Empty(await CleanAsync("01:00", seen: [B]));
        Assert.Equal([A], Marks(), StringComparer.Ordinal);
        Assert.Equal("2026-11-23T01:00:00Z", Item(PendingKey)![StateAttributes.Checked].Text);
        Assert.Empty(await CleanAsync("12:59", seen: [B]));
        Assert.Equal([A], await CleanAsync("13:00", seen: [B]), StringComparer.Ordinal);
        Assert.Null(Stored(A));
        Assert.Equal("running", Stored(B));
        Assert.Empty(Marks());
    }

    [Fact]
    public async Task An_id_seen_again_is_kept()
    {
        await StoreAsync("00:00", A, B);

        await CleanAsync("01:00", seen: [B]);
        Assert.Empty(await CleanAsync("13:00", seen: [A, B]));
        Assert.Empty(Marks());
        Assert.Empty(await CleanAsync("01:00", seen: [B], day: "2026-11-24"));
        Assert.Equal([A], Marks(), StringComparer.Ordinal);
        Assert.Equal([A], await CleanAsync("13:00", seen: [B], day: "2026-11-24"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_busy_fleet_is_cleaned_as_well()
    {
        await StoreAsync("00:00", A);
        for (var hour = 1; hour < 13; hour++)
        {
            var states = await LoadAsync($"{hour:00}:00");
            states.Store(B, hour % 2 == 0 ? StoredState.Running : StoredState.Stopped);
            Assert.Empty(states.CleanUp(new HashSet<string>(StringComparer.Ordinal) { B }));
            await states.SaveAsync(Deadline);
        }

        Assert.Equal([A], await CleanAsync("13:00", seen: [B]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_only_pending_is_dropped_too()
    {
        await (await LoadAsync("00:00")).DeclareAsync(Starting(A), Deadline);

        Assert.Empty(await CleanAsync("01:00", seen: []));
        Assert.NotNull(Pending(A));
        Assert.Equal([A], await CleanAsync("13:00", seen: []), StringComparer.Ordinal);
        Assert.Null(Pending(A));
    }

    [Fact]
    public async Task A_terminated_instance_is_forgotten_at_once()
    {
        await StoreAsync("00:00", A, B);
        await (await LoadAsync("00:05")).DeclareAsync(Starting(A), Deadline);

        var states = await LoadAsync("00:10");
        states.Forget(A);
        states.CleanUp(new HashSet<string>(StringComparer.Ordinal) { A, B });
        await states.SaveAsync(Deadline);

        Assert.Null(Stored(A));
        Assert.Null(Pending(A));
        Assert.Equal("running", Stored(B));
    }

    [Fact]
    public async Task A_fleet_that_is_all_there_needs_no_write()
    {
        await StoreAsync("00:00", A, B);
        var writes = Writes;

        Assert.Empty(await CleanAsync("01:00", seen: [A, B, C]));
        Assert.Equal(writes, Writes);
    }

    [Fact]
    public async Task An_id_that_came_and_went_between_two_checks_is_marked_first()
    {
        await StoreAsync("00:00", A, B);
        await CleanAsync("01:00", seen: [B]);
        await StoreAsync("02:00", C);

        Assert.Equal([A], await CleanAsync("13:00", seen: [B]), StringComparer.Ordinal);
        Assert.Equal([C], Marks(), StringComparer.Ordinal);
        Assert.Equal("running", Stored(C));
    }

    [Fact]
    public async Task Marks_of_an_older_version_may_be_a_minute_old_and_count_anew()
    {
        Put($$$"""{"service":{"S":"ec2"},"account-region":{"S":"{{{Key}}}"},"timestamp":{"N":"1795390000"},"purge_in_next_cleanup":{"SS":["{{{A}}}"]},"{{{A}}}":{"S":"running"}}""");

        Assert.Empty(await CleanAsync("01:00", seen: []));
        Assert.Equal([A], Marks(), StringComparer.Ordinal);
        Assert.Equal([A], await CleanAsync("13:00", seen: []), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_conflict_over_the_intents_does_not_shorten_the_twelve_hours()
    {
        await StoreAsync("00:00", A);
        var run = await LoadAsync("01:00");
        run.CleanUp(new HashSet<string>(StringComparer.Ordinal));
        await (await LoadAsync("01:00", "run2")).DeclareAsync(Starting(B), Deadline);
        await run.SaveAsync(Deadline);

        Assert.Empty(await CleanAsync("01:05", seen: []));
        Assert.Equal("running", Stored(A));
        Assert.Contains(A, await CleanAsync("13:00", seen: []), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_conflict_over_the_states_does_not_lengthen_them()
    {
        await StoreAsync("00:00", A);
        var run = await LoadAsync("01:00");
        run.CleanUp(new HashSet<string>(StringComparer.Ordinal));
        await StoreAsync("01:00", B);
        await run.SaveAsync(Deadline);

        Assert.Equal([A], Marks(), StringComparer.Ordinal);
        Assert.Equal([A], await CleanAsync("13:00", seen: [B]), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_run_that_dies_while_it_cleans_drops_nothing_early(int fatalWrite)
    {
        await StoreAsync("00:00", A);
        var run = await LoadAsync("01:00");
        run.CleanUp(new HashSet<string>(StringComparer.Ordinal));
        run.Store(B, StoredState.Running);
        var writes = 0;
        Aws.Faults.Add(call => call.Operation == "PutItem" && ++writes >= fatalWrite ? LocalFault.Answer("ValidationException") : null);
        await Record.ExceptionAsync(() => run.SaveAsync(Deadline));
        Aws.Faults.Clear();

        Assert.Empty(await CleanAsync("01:05", seen: [B]));
        Assert.Equal("running", Stored(A));
    }

    private async Task StoreAsync(string time, params string[] ids)
    {
        var states = await LoadAsync(time);
        foreach (var id in ids)
            states.Store(id, StoredState.Running);
        await states.SaveAsync(Deadline);
    }

    private async Task<IEnumerable<string>> CleanAsync(string time, string[] seen, string day = "2026-11-23")
    {
        var states = await LoadAsync(time, day: day);
        var dropped = states.CleanUp(seen.ToHashSet(StringComparer.Ordinal));
        await states.SaveAsync(Deadline);
        return dropped;
    }
}
