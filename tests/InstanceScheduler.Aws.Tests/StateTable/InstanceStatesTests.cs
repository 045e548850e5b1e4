using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.StateTable;

public sealed class InstanceStatesTests : StateTest
{
    private const string A = "i-0000000000000000a";
    private const string B = "i-0000000000000000b";
    private const string C = "i-0000000000000000c";

    [Theory]
    [InlineData("00:59", true)]
    [InlineData("01:00", false)] // two deliveries of one event: intents tell who acts
    [InlineData("01:01", false)]
    public async Task A_run_is_stale_when_a_later_one_wrote_states(string time, bool isStale)
    {
        await StoreAsync("01:00", A, StoredState.Running);

        Assert.Equal(isStale, (await LoadAsync(time, "run2")).IsStale);
    }

    [Theory]
    [InlineData("00:59", true)]
    [InlineData("01:00", false)]
    [InlineData("01:01", false)]
    public async Task Or_intents_only(string time, bool isStale)
    {
        await (await LoadAsync("01:00")).DeclareAsync(Starting(A), Deadline);

        Assert.Equal(isStale, (await LoadAsync(time, "run2")).IsStale);
    }

    [Fact]
    public async Task A_duplicate_that_comes_after_the_run_saved_twice_is_stale()
    {
        var run = await LoadAsync("01:00");
        await run.DeclareAsync(Starting(A), Deadline);
        run.Store(A, StoredState.Running);
        run.Finish(A);
        await run.SaveAsync(Deadline);

        Assert.True((await LoadAsync("01:00", "run2")).IsStale);
        Assert.False((await LoadAsync("01:05", "run3")).IsStale);
    }

    [Fact]
    public async Task Nothing_changed_is_not_written()
    {
        await StoreAsync("01:00", A, StoredState.Running);
        var writes = Writes;

        var run = await LoadAsync("01:05");
        run.Store(A, StoredState.Running);
        run.Store(B, StoredState.Unknown);
        run.Finish(A);
        run.Finish(B);
        run.Forget(C);
        Assert.Empty(await run.DeclareAsync(Starting(), Deadline));
        Assert.Empty(run.CleanUp(Seen(A)));
        await run.SaveAsync(Deadline);

        Assert.Equal(writes, Writes);
    }

    [Fact]
    public async Task A_change_that_was_taken_back_does_no_harm()
    {
        await StoreAsync("01:00", A, StoredState.Running);
        var run = await LoadAsync("01:05");
        run.Store(A, StoredState.Stopped);
        run.Store(A, StoredState.Running);
        await StoreAsync("01:05", A, StoredState.Any, "run2");

        await run.SaveAsync(Deadline);

        Assert.Equal("any", Stored(A));
    }

    [Fact]
    public async Task An_intent_is_written_before_and_stays_until_it_is_finished()
    {
        var run = await LoadAsync("01:00");
        Assert.Equal([A, B], (await run.DeclareAsync(Starting(A, B), Deadline)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("start 2026-11-23T01:00:00Z run1", Pending(A));
        run.Store(A, StoredState.Running);
        run.Finish(B); // refused
        await run.SaveAsync(Deadline);
        Assert.NotNull(Pending(A));
        Assert.Null(Pending(B));

        run = await LoadAsync("01:05", "run2");
        Assert.Equal(new Intent(Wish.Start, At("01:00"), "run1"), run.IntentOf(A));
        run.Finish(A);
        await run.SaveAsync(Deadline);
        Assert.Null(Pending(A));
        Assert.Equal("running", Stored(A));
    }

    [Theory]
    [InlineData("01:00", "run2", true)] // the same event delivered twice
    [InlineData("01:00", "run1", false)] // one's own
    [InlineData("00:55", "run2", true)]
    [InlineData("01:05", "run2", false)] // what an earlier run left is settled
    public async Task An_entry_of_the_own_instant_or_newer_is_another_runs(string time, string run, bool isTaken)
    {
        await (await LoadAsync("01:00", "run1")).DeclareAsync(Starting(A), Deadline);

        var other = await LoadAsync(time, run);

        Assert.Equal(isTaken, other.IsTakenByAnotherRun(A));
        Assert.False(other.IsTakenByAnotherRun(B));
    }

    [Theory]
    [InlineData("01:00")]
    [InlineData("01:05")]
    public async Task The_loser_leaves_out_what_the_winner_took_and_keeps_the_rest(string winnersTime)
    {
        var loser = await LoadAsync("01:00", "run2");
        Assert.Equal([A, B], (await (await LoadAsync(winnersTime, "run1")).DeclareAsync(Starting(A, B), Deadline)).Order(StringComparer.Ordinal), StringComparer.Ordinal);

        Assert.Equal([C], await loser.DeclareAsync(Starting(B, C), Deadline));

        Assert.EndsWith("run1", Pending(A), StringComparison.Ordinal);
        Assert.EndsWith("run1", Pending(B), StringComparison.Ordinal);
        Assert.EndsWith("run2", Pending(C), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_in_the_middle_of_the_write_is_a_conflict_too()
    {
        var (first, second) = (await LoadAsync("01:00", "run1"), await LoadAsync("01:00", "run2"));
        BeforeFirst("PutItem", async () => Assert.Equal([B], await second.DeclareAsync(Starting(B), Deadline)));

        Assert.Equal([A], await first.DeclareAsync(Starting(A, B), Deadline));
    }

    [Fact]
    public async Task A_later_run_takes_over_what_an_earlier_one_left()
    {
        var later = await LoadAsync("01:05", "run2");
        await (await LoadAsync("01:00", "run1")).DeclareAsync(Starting(A), Deadline);

        Assert.Equal([A], await later.DeclareAsync(Starting(A), Deadline));
        Assert.EndsWith("run2", Pending(A), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_500)] // several items
    public async Task A_run_knows_its_own_entries_when_an_answer_was_lost(int count)
    {
        var ids = Enumerable.Range(1, count).Select(IdOf).ToArray();
        var run = await LoadAsync("01:00");
        Aws.Faults.Add("dynamodb", "PutItem", LocalFault.LoseAnswer, times: 2);

        Assert.Equal(count, (await run.DeclareAsync(Starting(ids), Deadline)).Count);
        foreach (var id in ids)
            run.Store(id, StoredState.Running);
        Aws.Faults.Add("dynamodb", "PutItem", LocalFault.LoseAnswer, times: 2);
        await run.SaveAsync(Deadline);

        var next = await LoadAsync("01:05", "run2");
        Assert.All(ids, id => Assert.Equal(StoredState.Running, next.StoredOf(id)));
        Assert.All(ids, id => Assert.Equal("run1", next.IntentOf(id)!.Value.Run));
    }

    [Fact]
    public async Task A_lost_request_is_sent_again()
    {
        var run = await LoadAsync("01:00");
        Aws.Faults.Add("dynamodb", "PutItem", LocalFault.LoseRequest);

        Assert.Equal([A], await run.DeclareAsync(Starting(A), Deadline));
        Assert.NotNull(Pending(A));
    }

    [Fact]
    public async Task At_a_save_the_winners_changes_stay_and_the_losers_others_are_written()
    {
        await StoreAsync("00:50", [A, B, C], StoredState.Running);
        var loser = await LoadAsync("01:00", "run2");
        loser.Store(A, StoredState.Stopped);
        loser.Store(B, StoredState.Stopped);
        loser.Store(IdOf(4), StoredState.Any);
        loser.Forget(C);
        await StoreAsync("01:00", A, StoredState.RetainRunning);
        await StoreAsync("01:00", IdOf(5), StoredState.Running);

        await loser.SaveAsync(Deadline);

        Assert.Equal("retain-running", Stored(A));
        Assert.Equal("stopped", Stored(B));
        Assert.Null(Stored(C));
        Assert.Equal("any", Stored(IdOf(4)));
        Assert.Equal("running", Stored(IdOf(5)));
    }

    [Fact]
    public async Task An_id_that_the_winner_dropped_stays_dropped_and_one_it_changed_is_not_dropped()
    {
        await StoreAsync("00:50", [A, B], StoredState.Running);
        var loser = await LoadAsync("01:00", "run2");
        loser.Store(A, StoredState.Stopped);
        loser.Forget(B);
        var winner = await LoadAsync("01:00");
        winner.Forget(A);
        winner.Store(B, StoredState.Stopped);
        await winner.SaveAsync(Deadline);

        await loser.SaveAsync(Deadline);

        Assert.Null(Stored(A));
        Assert.Equal("stopped", Stored(B));
    }

    [Fact]
    public async Task Finishing_never_removes_a_newer_entry()
    {
        await (await LoadAsync("01:00")).DeclareAsync(Starting(A, B), Deadline);
        var settling = await LoadAsync("01:05", "run2");
        settling.Finish(A);
        settling.Finish(B);
        await (await LoadAsync("01:05", "run3")).DeclareAsync(Starting(A), Deadline);

        await settling.SaveAsync(Deadline);

        Assert.EndsWith("run3", Pending(A), StringComparison.Ordinal);
        Assert.Null(Pending(B));
    }

    [Fact]
    public async Task Finishing_never_removes_the_runs_own_new_entry()
    {
        await (await LoadAsync("01:00")).DeclareAsync(Starting(A), Deadline);
        var run = await LoadAsync("01:05", "run2");
        run.Finish(A); // settled
        await run.DeclareAsync(Starting(A), Deadline);
        await run.SaveAsync(Deadline);

        Assert.EndsWith("run2", Pending(A), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_settled_intent_taught_is_safe_before_the_intent_is_overwritten()
    {
        await (await LoadAsync("01:00")).DeclareAsync(Starting(A), Deadline);
        var run = await LoadAsync("01:05", "run2");
        run.Store(A, StoredState.Stopped);
        run.Finish(A);
        var storedAtFirstIntentWrite = "";
        Aws.Faults.BeforeCall = call =>
        {
            if (call.Operation == "PutItem" && System.Text.Encoding.UTF8.GetString(call.Body.Span).Contains("#pending", StringComparison.Ordinal))
                storedAtFirstIntentWrite = Stored(A);
            return ValueTask.CompletedTask;
        };

        await run.DeclareAsync(Starting(A), Deadline);

        Assert.Equal("stopped", storedAtFirstIntentWrite);
    }

    [Fact]
    public async Task States_are_saved_before_intents_are_taken_out()
    {
        await (await LoadAsync("01:00")).DeclareAsync(Starting(A), Deadline);
        var run = await LoadAsync("01:05", "run2");
        run.Store(A, StoredState.Running);
        run.Finish(A);
        // The process dies after its first write.
        Aws.Faults.Add(call => call.Operation == "PutItem" && Stored(A) is not null ? LocalFault.Answer("ValidationException") : null);

        await Assert.ThrowsAnyAsync<Exception>(() => run.SaveAsync(Deadline));

        Assert.Equal("running", Stored(A));
        Assert.NotNull(Pending(A));
    }

    [Fact]
    public async Task Conflicts_without_end_are_given_up()
    {
        var run = await LoadAsync("01:00");
        Aws.Faults.Add("dynamodb", "PutItem", LocalFault.Answer("ConditionalCheckFailedException"), times: 1_000);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => run.DeclareAsync(Starting(A), Deadline));
        Assert.Contains("ec2 in 123456789012/cn-north-1", failure.Message, StringComparison.Ordinal);
        run.Store(A, StoredState.Running);
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.SaveAsync(Deadline));
        Assert.InRange(Writes, 2, 100);
    }

    private static HashSet<string> Seen(params IEnumerable<string> ids) => [.. ids];

    private Task StoreAsync(string time, string id, StoredState state, string run = "run1") => StoreAsync(time, [id], state, run);

    private async Task StoreAsync(string time, string[] ids, StoredState state, string run = "run1")
    {
        var states = await LoadAsync(time, run);
        foreach (var id in ids)
            states.Store(id, state);
        await states.SaveAsync(Deadline);
    }

    private void BeforeFirst(string operation, Func<Task> act)
    {
        var isDone = false;
        Aws.Faults.BeforeCall = async call =>
        {
            if (isDone || call.Operation != operation)
                return;
            isDone = true;
            await act();
        };
    }
}
