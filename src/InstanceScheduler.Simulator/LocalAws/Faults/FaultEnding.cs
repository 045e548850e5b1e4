namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>What the caller of a call that goes wrong learns.</summary>
internal enum FaultEnding
{
    /// <summary>AWS answers with an error.</summary>
    Error,

    /// <summary>The connection breaks before an answer.</summary>
    Reset,

    /// <summary>No answer comes, and the caller gives up waiting.</summary>
    TimeOut,

    /// <summary>The answer begins, and ends in the middle.</summary>
    Cut,

    /// <summary>Nothing: the caller's process dies while it waits.</summary>
    Kill,
}
