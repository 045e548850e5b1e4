namespace InstanceScheduler.Aws.Services;

/// <summary>Where an instance is in its life.</summary>
internal enum PowerState
{
    /// <summary>On its way up.</summary>
    Pending,

    /// <summary>Up.</summary>
    Running,

    /// <summary>On its way down.</summary>
    Stopping,

    /// <summary>Down; can be started.</summary>
    Stopped,

    /// <summary>Going away or gone: never to be started again.</summary>
    Gone,
}
