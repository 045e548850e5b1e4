namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>As <c>X-Amz-Invocation-Type</c> names them.</summary>
internal enum InvocationType
{
    /// <summary>The caller waits for the answer.</summary>
    RequestResponse,

    /// <summary>Queued; the caller learns only that.</summary>
    Event,

    /// <summary>Checked, not run.</summary>
    DryRun,
}
