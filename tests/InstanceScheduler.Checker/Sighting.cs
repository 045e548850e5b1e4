namespace InstanceScheduler.Checker;

/// <summary>An instance or cluster as it stands at one moment.</summary>
/// <param name="Id">Its id; what stands before a last blank tells where it is.</param>
/// <param name="Schedule">The value of its schedule tag.</param>
/// <param name="State"><c>running</c>, <c>stopped</c>, or anything else while it is in transition.</param>
/// <param name="Type">Its type; null where its service does not resize.</param>
public sealed record Sighting(string Id, string Schedule, string State, string? Type)
{
    /// <summary>Whether AWS, and nobody else, started it since it was last seen stopped.</summary>
    public bool RestartedByAws { get; init; }

    /// <summary>Whether a person started or stopped it since the last tick.</summary>
    public bool TouchedByPerson { get; init; }

    /// <summary>Whether its service tells when and why it was stopped, so that a person's doing can be told from an action that failed.</summary>
    public bool TellsWhy { get; init; }

    /// <summary>Whether its maintenance window is open, or so near that it should be up.</summary>
    public bool InWindow { get; init; }
}
