namespace InstanceScheduler.Simulator.Report;

/// <summary>Who brought an instance into the state of a span.</summary>
internal enum PowerCause
{
    /// <summary>It was so when the play began.</summary>
    Found,
    Scheduler,
    Human,

    /// <summary>AWS itself: a failed start, a reclaimed Spot instance, an Auto Scaling group.</summary>
    Cloud,
}
