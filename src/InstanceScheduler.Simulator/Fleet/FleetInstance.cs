namespace InstanceScheduler.Simulator.Fleet;

/// <summary>One EC2 instance as it stood when the fleet was listed.</summary>
/// <param name="Account">Twelve digits: the owner of the reservation.</param>
/// <param name="Region">Derived from the zone, since the listing does not say it.</param>
/// <param name="AvailabilityZone">The zone, for instance <c>cn-northwest-1a</c>.</param>
/// <param name="InstanceId">Unique in the fleet.</param>
/// <param name="InstanceType">For instance <c>t3.medium</c>.</param>
/// <param name="State">One of <see cref="InstanceStateNames"/>.</param>
/// <param name="Tags">In the order of the listing, each key once.</param>
/// <param name="RootDeviceType"><c>ebs</c> (also when absent) or <c>instance-store</c>.</param>
/// <param name="InstanceLifecycle">Null for on-demand; <c>spot</c>, <c>scheduled</c>, <c>capacity-block</c>.</param>
internal sealed record FleetInstance(
    string Account,
    string Region,
    string AvailabilityZone,
    string InstanceId,
    string InstanceType,
    string State,
    IReadOnlyList<FleetTag> Tags,
    string RootDeviceType = "ebs",
    string? InstanceLifecycle = null)
{
    public string? Name => Tag("Name");

    public string? AutoScalingGroup => Tag("aws:autoscaling:groupName");

    /// <summary>The value of a tag, or null. Keys match exactly, as they do in EC2's own filters.</summary>
    public string? Tag(string key) => Tags.FirstOrDefault(tag => string.Equals(tag.Key, key, StringComparison.Ordinal))?.Value;
}
