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
}
