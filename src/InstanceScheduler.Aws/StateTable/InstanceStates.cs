using System.Collections.Immutable;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Decisions;
using NodaTime;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>What is remembered of a target: the stored state of every instance, and the intents of runs that acted.</summary>
/// <remarks>
/// An intent is written before its action and taken out after its effect was seen, so that a run that dies in between is
/// settled by the next one. Two deliveries of one event never both act on an instance, and runs that overlap never overwrite
/// each other's entries.
/// </remarks>
internal sealed class InstanceStates
{
    private const int MostConflicts = 20;

    // No two clocks of AWS differ by as much.
    private static readonly Duration MostSkew = Duration.FromMinutes(10);

    private readonly StateTableClient _table;
    private readonly RunIdentity _run;
    private readonly Dictionary<string, (string? Read, string? Next)> _settled = new(StringComparer.Ordinal);

    // Entries of other runs that this run's own stand in the place of.
    private readonly Dictionary<string, string> _displaced = new(StringComparer.Ordinal);
    private StateShards _states;
    private StateShards _intents;
    private StateCleanUp? _cleanUp;

    private InstanceStates(StateTableClient table, RunIdentity run, StateShards states, StateShards intents)
    {
        (_table, _run, _states, _intents) = (table, run, states, intents);
        Latest = states.Items.Concat(intents.Items).Select(item => StateTimestamp.Parse(item.ReadTimestamp)).DefaultIfEmpty().Max();
    }

    /// <summary>Whether a later run already wrote: this one was delivered late, or twice, and has to do nothing.</summary>
    public bool IsStale => StateTimestamp.Of(_run.Instant) < Latest;

    /// <summary>Whether the latest timestamp lies in the future, as after an event with a wrong time: every run is stale until then.</summary>
    public bool IsAheadOf(Instant now) => Latest > StateTimestamp.Of(now + MostSkew);

    /// <summary>Latest timestamp of the target's items, in epoch seconds.</summary>
    public decimal Latest { get; }

    public static async Task<InstanceStates> LoadAsync(StateTableClient table, RunIdentity run, RunDeadline deadline)
    {
        var (states, intents) = await table.ReadAsync(run.Target, deadline);
        return new InstanceStates(table, run, states, intents);
    }

    /// <summary>Whether an id cannot have an entry, because an attribute of the item itself has that name.</summary>
    public static bool IsReserved(string id) => StateAttributes.Reserved.Contains(id);

    public StoredState StoredOf(string id) => StoredStates.Parse(_states[id]);

    public Intent? IntentOf(string id) => Intent.TryParse(_intents[id]);

    /// <summary>When AWS was to start the database by itself, as it said while it was stopped; null: it said nothing.</summary>
    public Instant? RestartOf(string id) => RestartNote.TryParse(_intents[id]);

    /// <summary>Whether the id has an entry among the intents that is none.</summary>
    public bool HasUnreadableIntent(string id) => _intents[id] is not null && IntentOf(id) is null && RestartOf(id) is null;

    /// <summary>Whether another run of this instant or a later one is acting on the id: leave it to that run.</summary>
    public bool IsTakenByAnotherRun(string id) =>
        IntentOf(id) is { } intent && intent.Instant >= _run.Instant && intent.Run != _run.Run;

    public void Store(string id, StoredState state)
    {
        if (state != StoredState.Unknown)
            _states.Set(id, StoredStates.NameOf(state));
    }

    /// <summary>
    /// Takes the id's present intent out at the save, after the stored states are safe. Another run's that gave way to it stands again:
    /// that run may have acted, and nothing else would tell.
    /// </summary>
    public void Finish(string id) => _settled[id] = (_intents[id], IsMine(id) ? _displaced.GetValueOrDefault(id) : null);

    /// <summary>Puts a note in the place of the id's intent at the save.</summary>
    public void NoteRestart(string id, Instant time)
    {
        var note = RestartNote.Of(time);
        if (_intents[id] != note)
            _settled[id] = (_intents[id], note);
    }

    /// <summary>Drops all that is known of an id.</summary>
    public void Forget(string id)
    {
        _states.Remove(id);
        _settled[id] = (_intents[id], null);
    }

    /// <summary>Writes what the run is about to do; returns the ids it may act on, without those that another run took.</summary>
    public async Task<ImmutableHashSet<string>> DeclareAsync(IReadOnlyDictionary<string, Wish> wishes, RunDeadline deadline)
    {
        if (wishes.Count == 0)
            return [];
        var held = wishes.Keys.Where(id => IsMine(id) && !_settled.ContainsKey(id)).ToHashSet(StringComparer.Ordinal);
        var decidedFrom = wishes.Keys.ToDictionary(id => id, id => _states[id], StringComparer.Ordinal);
        // A settled intent is about to be overwritten: what it taught must be safe first.
        if (wishes.Keys.Any(_states.HasChanged))
            await SaveStatesAsync(deadline);
        var mine = await WriteIntentsAsync(wishes, deadline);

        // Another run may have stored a state since this one decided: its decision is outdated then.
        var (states, _) = await _table.ReadAsync(_run.Target, deadline);
        ImmutableHashSet<string> outdated = [.. mine.Where(id => states[id] != decidedFrom[id])];
        foreach (var id in outdated.Except(held))
            Finish(id);
        return mine.Except(outdated);
    }

    private async Task<ImmutableHashSet<string>> WriteIntentsAsync(IReadOnlyDictionary<string, Wish> wishes, RunDeadline deadline)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            ImmutableHashSet<string> mine = [.. wishes.Keys.Where(id => !IsTakenByAnotherRun(id))];
            foreach (var id in mine)
            {
                Displace(id);
                _intents.Set(id, new Intent(wishes[id], _run.Instant, _run.Run).ToString());
            }

            if (await WriteAsync(_intents, deadline))
            {
                foreach (var id in mine)
                    _settled.Remove(id);
                return mine;
            }

            ThrowAfterTooMany(conflicts, "intents");
            (_, _intents) = await _table.ReadAsync(_run.Target, deadline);
        }
    }

    private bool IsMine(string id) => IntentOf(id)?.Run == _run.Run;

    private void Displace(string id)
    {
        var isSettled = _settled.TryGetValue(id, out var settled) && settled.Read == _intents[id];
        if (_intents[id] is { } other && !isSettled && !IsMine(id))
            _displaced[id] = other;
    }

    /// <summary>Drops ids that were unseen for long; returns them.</summary>
    /// <param name="seen">Ids of a complete listing.</param>
    public ImmutableArray<string> CleanUp(IReadOnlySet<string> seen)
    {
        _cleanUp = StateCleanUp.Check(_states, _intents, seen, _run.Instant);
        if (_cleanUp is null)
            return [];
        foreach (var id in _cleanUp.Dropped)
            Forget(id);
        _states.Mark(_cleanUp.Unseen);
        return _cleanUp.Dropped;
    }

    /// <summary>Saves what changed: first the stored states, then the intents that are done with, or noted over. Nothing changed: no write.</summary>
    public async Task SaveAsync(RunDeadline deadline)
    {
        // Marks without the time of their check would be taken for old ones: the time goes first.
        if (_cleanUp is not null)
            await SaveIntentsAsync([], deadline);
        await SaveStatesAsync(deadline);
        await SaveIntentsAsync(_settled, deadline);
    }

    private async Task SaveIntentsAsync(Dictionary<string, (string? Read, string? Next)> settled, RunDeadline deadline)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            _cleanUp?.NoteIn(_intents);
            // An entry that changed since is another run's.
            foreach (var (id, (_, next)) in settled.Where(entry => entry.Value.Read == _intents[entry.Key]))
                if (next is null)
                    _intents.Remove(id);
                else
                    _intents.Set(id, next);
            if (await WriteAsync(_intents, deadline))
                return;
            ThrowAfterTooMany(conflicts, "intents");
            (_, _intents) = await _table.ReadAsync(_run.Target, deadline);
        }
    }

    private async Task SaveStatesAsync(RunDeadline deadline)
    {
        for (var conflicts = 0; !await WriteAsync(_states, deadline); conflicts++)
        {
            ThrowAfterTooMany(conflicts, "states");
            var mine = _states.Changes.ToList();
            (_states, _) = await _table.ReadAsync(_run.Target, deadline);
            // What the winner changed stays the winner's; the rest of ours goes on top.
            foreach (var (id, original, now) in mine)
            {
                if (_states[id] != original)
                    continue;
                if (now is null)
                    _states.Remove(id);
                else
                    _states.Set(id, now);
            }

            if (_cleanUp is not null)
                _states.Mark(_cleanUp.Unseen);
        }
    }

    private async Task<bool> WriteAsync(StateShards shards, RunDeadline deadline)
    {
        foreach (var item in shards.Items.Where(item => item.IsDirty).ToList())
        {
            if (!await _table.TryWriteAsync(_run, item, deadline))
                return false;
            shards.MarkWritten(item);
        }

        return true;
    }

    private void ThrowAfterTooMany(int conflicts, string what)
    {
        if (conflicts >= MostConflicts)
            throw new InvalidOperationException($"{_run.Target}: the {what} could not be written, other runs kept changing them");
    }
}
