namespace InstanceScheduler.Checker.Storm;

/// <summary>How a tick left an instance, and what the scheduler did to it meanwhile.</summary>
/// <param name="After">The instance as it stands now.</param>
/// <param name="Acts">What the scheduler brought about since the tick, in order.</param>
/// <param name="Entry">What the state table remembers of it; null: nothing.</param>
/// <param name="Awaited">The action that, as the state table says, waits for its effect; null: none.</param>
/// <param name="Undisturbed">Whether nothing went wrong with the run of its target.</param>
public sealed record TickEnd(Sighting After, IReadOnlyList<Act> Acts, string? Entry, Act? Awaited, bool Undisturbed);
