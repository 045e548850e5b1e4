using NodaTime;

namespace InstanceScheduler.Checker.Storm;

/// <summary>What a scheduler may remember of one instance.</summary>
internal sealed class StormMemory
{
    // What the next run may go by; null among them: nothing is remembered.
    private HashSet<string?> _entries = [null];
    private HashSet<string?> _beforeAct = [null];
    private Act? _lastAct;
    private Act? _awaited;
    private string? _stored;
    private Sighting? _found;
    private ScheduleFlags _flags;

    public Wish? Wish { get; private set; }

    private string Known => string.Join(" or ", _entries.Select(entry => entry ?? "nothing"));

    public void Find(Sighting instance, ScheduleReading schedules, Instant now)
    {
        _found = schedules.Knows(instance.Schedule) ? instance : null;
        if (_found is null)
            return;
        (Wish, _flags) = (schedules.WishOf(instance, now), schedules.FlagsOf(instance, now));
        // Where a service does not say why something stopped or started, an action that did not last until it was seen counts as failed.
        var isUndone = (_lastAct, instance.State) is (Act.Start, "stopped") or (Act.Stop, "running");
        if (isUndone && !instance.TellsWhy)
            _entries = [.. _entries, .. _beforeAct, .. _lastAct == Act.Start ? ["stopped"] : Array.Empty<string?>()];
        // A start that was written down and never asked for is taken for the scheduler's when a person makes it meanwhile.
        if (_awaited == Act.Start && instance.State == "running")
            _entries = [.. _entries, "running"];
    }

    public string? Judge(TickEnd end)
    {
        if (_found is null)
            return null;
        var sentence = end.Acts switch
        {
            [] => end.Undisturbed ? Missed() : null,
            [var act] => Unjust(act) ?? WrongType(act, end.After),
            _ => $"was {string.Join(", then ", end.Acts)} in one tick",
        };
        if (end.Acts.Count > 0)
            Acted(end.Acts[^1]);
        else
            Rested(end.Undisturbed);
        sentence ??= Misremembered(end);
        // What the table holds is what the next run goes by, unless an action waits to be remembered.
        if (end.Awaited is null)
            (_entries, _lastAct) = ([end.Entry], null);
        (_stored, _awaited) = (end.Entry, end.Awaited);
        return sentence is null ? null : $"({_found.Schedule}, wanted {Wish!.Value.State} {Wish.Value.Type}, found {_found.State} {_found.Type}) {sentence}";
    }

    private string? Missed() => IsStable(_found!.State) && _entries.All(entry => OutcomeOf(entry, _found.State).State != _found.State)
        ? $"was left {_found.State} by an undisturbed run, with {Known} remembered"
        : null;

    private string? Unjust(Act act)
    {
        var from = act == Act.Start ? "stopped" : "running";
        if (IsStable(_found!.State) && _found.State != from)
            return $"was {_found.State} and had a {act}";
        return _entries.Any(entry => OutcomeOf(entry, from).State != from) ? null : $"had a {act} that nothing asks for, with {Known} remembered";
    }

    private string? WrongType(Act act, Sighting after) =>
        act == Act.Start && Wish!.Value.Type is { } type && after.Type is not null && after.Type != type ? $"was started as {after.Type}" : null;

    private string? Misremembered(TickEnd end) => _entries.Contains(end.Entry) || (end.Awaited is not null && (end.Entry == _stored || _beforeAct.Contains(end.Entry)))
        ? null
        : $"is remembered as {end.Entry ?? "nothing"}, and should be as {Known}{(end.Awaited is null ? "" : ", or as before")}";

    private void Acted(Act act)
    {
        var from = act == Act.Start ? "stopped" : "running";
        var after = _entries.Select(entry => OutcomeOf(entry, from)).Where(outcome => outcome.State != from).Select(outcome => (string?)outcome.Entry).ToHashSet();
        _beforeAct = _entries;
        _lastAct = act;
        if (after.Count > 0)
            _entries = after;
    }

    // An action that failed is not remembered as done.
    private void Rested(bool undisturbed)
    {
        // What is gone may be forgotten at once.
        if (_found!.State is "shutting-down" or "terminated")
        {
            _entries = [.. _entries, null];
            return;
        }

        string[] states = IsStable(_found.State) ? [_found.State] : ["running", "stopped"];
        var after = (from entry in _entries
                     from state in states
                     let outcome = OutcomeOf(entry, state)
                     select outcome.State == state ? outcome.Entry : entry).ToHashSet();
        if (!undisturbed || !IsStable(_found.State))
            after.UnionWith(_entries);
        _entries = after;
    }

    private Outcome OutcomeOf(string? entry, string state) => EntryRule.Of(entry, Wish!.Value, _found! with { State = state }, _flags);

    private static bool IsStable(string state) => state is "running" or "stopped";
}
