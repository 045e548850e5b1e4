namespace InstanceScheduler.Core.Decisions;

/// <summary>Wire names of <see cref="StoredState"/> in the state table.</summary>
public static class StoredStates
{
    /// <summary>The longest wire name, for sizing items.</summary>
    public const int LongestName = 18;

    /// <summary>The wire name; <see cref="StoredState.Unknown"/> has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The state is not one that is stored.</exception>
    public static string NameOf(StoredState state) => state switch
    {
        StoredState.Stopped => "stopped",
        StoredState.Running => "running",
        StoredState.Any => "any",
        StoredState.StoppedForResize => "stopped_for_resize",
        StoredState.RetainRunning => "retain-running",
        StoredState.RetainStopped => "retain-stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "this state is never stored"),
    };

    /// <summary>The state of a wire name; anything unreadable counts as no entry.</summary>
    public static StoredState Parse(string? name) => name switch
    {
        "stopped" => StoredState.Stopped,
        "running" => StoredState.Running,
        "any" => StoredState.Any,
        "stopped_for_resize" => StoredState.StoppedForResize,
        "retain-running" => StoredState.RetainRunning,
        "retain-stopped" => StoredState.RetainStopped,
        _ => StoredState.Unknown,
    };
}
