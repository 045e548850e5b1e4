namespace InstanceScheduler.Aws.Retry;

/// <summary>What an AWS error is about, which decides who handles it.</summary>
internal enum FailureKind
{
    /// <summary>AWS asks to slow down: retried, then the action ends for this run.</summary>
    Throttle,

    /// <summary>A fault on the way or inside AWS: handled like a throttle.</summary>
    Transient,

    /// <summary>An instance cannot do it: the others of its batch can.</summary>
    Instance,

    /// <summary>The caller may not do it, or something unknown: the rest of the batch tells which.</summary>
    Caller,
}
