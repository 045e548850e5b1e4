namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What became of an action that a run had written down.</summary>
internal enum IntentOutcome
{
    /// <summary>Its instance is still in transition.</summary>
    UnderWay,

    /// <summary>Its instance is seen in the state that was wished for.</summary>
    Confirmed,

    /// <summary>AWS accepted it, and it came to nothing.</summary>
    Failed,

    /// <summary>AWS was never asked, or never accepted.</summary>
    NeverBegan,

    /// <summary>It took effect, and a person changed the instance since.</summary>
    UndoneByPerson,
}
