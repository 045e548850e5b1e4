namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>What an import would do with an item.</summary>
internal enum ChangeKind
{
    Create,
    Update,
    Delete,

    /// <summary>Nothing, since the file does not have it and nobody asked to delete what is missing.</summary>
    Keep,

    /// <summary>Nothing, since a stack owns it.</summary>
    LeaveToStack,

    /// <summary>Nothing, since the scheduler's stack writes it and nobody asked to change it all the same.</summary>
    LeaveConfig,
}
