using System.Collections.Immutable;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;

namespace InstanceScheduler.Aws.Tests.StateTable;

/// <summary>A run decides from what it read; another may have stored something else meanwhile.</summary>
public sealed class OutdatedDecisionTests : StateTest
{
    [Fact]
    public async Task A_decision_is_dropped_when_another_run_stored_a_state_before_the_early_save()
    {
        var seed = await LoadAsync("00:30", "run0");
        seed.Store(IdOf(1), StoredState.Running);
        seed.Store(IdOf(2), StoredState.Running);
        await seed.SaveAsync(Deadline);

        var mine = await LoadAsync("01:00", "run1");
        var other = await LoadAsync("01:00", "run2");
        mine.Store(IdOf(2), StoredState.Stopped);
        other.Store(IdOf(1), StoredState.Any);
        await other.SaveAsync(Deadline);

        var wishes = ImmutableDictionary<string, Wish>.Empty.Add(IdOf(1), Wish.Stop).Add(IdOf(2), Wish.Start);
        var won = await mine.DeclareAsync(wishes, Deadline);
        Assert.DoesNotContain(IdOf(1), won);
        Assert.Contains(IdOf(2), won);
        await mine.SaveAsync(Deadline);
        Assert.Null((await LoadAsync("01:05", "run3")).IntentOf(IdOf(1)));
    }

    [Fact]
    public async Task A_decision_is_dropped_when_another_run_stored_a_state_without_any_conflict_on_the_intents()
    {
        var seed = await LoadAsync("00:30", "run0");
        seed.Store(IdOf(1), StoredState.Running);
        await seed.SaveAsync(Deadline);

        var mine = await LoadAsync("01:00", "run1");
        var other = await LoadAsync("01:00", "run2");
        other.Store(IdOf(1), StoredState.Any);
        await other.SaveAsync(Deadline);

        var won = await mine.DeclareAsync(ImmutableDictionary<string, Wish>.Empty.Add(IdOf(1), Wish.Stop), Deadline);
        Assert.DoesNotContain(IdOf(1), won);
    }

    [Fact]
    public async Task An_intent_that_gave_way_stands_again_when_the_action_it_gave_way_to_is_refused()
    {
        var later = await LoadAsync("01:05", "run2");
        await (await LoadAsync("01:00", "run1")).DeclareAsync(Starting(IdOf(1), IdOf(2), IdOf(3)), Deadline);

        Assert.Equal(3, (await later.DeclareAsync(Starting(IdOf(1), IdOf(2), IdOf(3)), Deadline)).Count);
        later.Finish(IdOf(1));
        later.Forget(IdOf(2));
        await later.SaveAsync(Deadline);

        Assert.Equal("start 2026-11-23T01:00:00Z run1", Pending(IdOf(1)));
        Assert.Null(Pending(IdOf(2)));
        Assert.Equal("start 2026-11-23T01:05:00Z run2", Pending(IdOf(3)));
    }

    [Fact]
    public async Task An_intent_that_was_settled_stays_away_when_the_action_after_it_is_refused()
    {
        await (await LoadAsync("01:00", "run1")).DeclareAsync(Starting(IdOf(1)), Deadline);
        var next = await LoadAsync("01:05", "run2");
        next.Finish(IdOf(1));

        await next.DeclareAsync(Starting(IdOf(1)), Deadline);
        next.Finish(IdOf(1));
        await next.SaveAsync(Deadline);

        Assert.Null(Pending(IdOf(1)));
    }
}
