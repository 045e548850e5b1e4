namespace InstanceScheduler.Simulator.Fleet;

/// <summary>One EC2 instance.</summary>
/// <param name="Account">The owner of the reservation.</param>
/// <param name="Region">Derived from the zone, since the listing does not say it.</param>
/// <param name="AvailabilityZone">The zone, for instance <c>cn-northwest-1a</c>.</param>
/// <param name="Id">Unique in the fleet.</param>
/// <param name="Type">For instance <c>t3.medium</c>.</param>
/// <param name="State">One of <see cref="InstanceStateNames"/>.</param>
/// <param name="Tags">In the order of the listing, each key once.</param>
internal sealed record FleetInstance(
    string Account, string Region, string AvailabilityZone, string Id, string Type, string State, IReadOnlyList<FleetTag> Tags)
    : FleetResource(Account, Region, Id, Type, State, Tags)
{
    public override FleetKind Kind => FleetKind.Instance;

    public override bool IsAlive => State is not ("terminated" or "shutting-down");

    /// <summary><c>ebs</c> (also when absent) or <c>instance-store</c>.</summary>
    public string RootDeviceType { get; init; } = "ebs";

    /// <summary>Null for on-demand; <c>spot</c>, <c>scheduled</c>, <c>capacity-block</c>.</summary>
    public string? InstanceLifecycle { get; init; }

    /// <summary>Whether it was launched so that it can hibernate.</summary>
    public bool HibernationConfigured { get; init; }

    public string? AutoScalingGroup => Tag("aws:autoscaling:groupName");
}
