namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>Whose policies have to allow a call.</summary>
internal enum Principal
{
    /// <summary>A test, or somebody it stands for: what it calls is no matter of the scheduler's.</summary>
    Other,

    /// <summary>The function's own role.</summary>
    Function,

    /// <summary>A role that the function assumed.</summary>
    ManagedRole,

    /// <summary>Whoever runs <c>scheduler-cli</c>, also through a role of theirs.</summary>
    Operator,
}
