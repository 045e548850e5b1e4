namespace InstanceScheduler.Aws.StateTable;

/// <summary>What a run is about to do to an instance.</summary>
internal enum WishKind
{
    /// <summary>Start it.</summary>
    Start,

    /// <summary>Stop it.</summary>
    Stop,

    /// <summary>Stop it, to start it later with another type.</summary>
    Resize,

    /// <summary>Stop it without a change of what is remembered of it: what its schedule wants is something else.</summary>
    Pause,
}
