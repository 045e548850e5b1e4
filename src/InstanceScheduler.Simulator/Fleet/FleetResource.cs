namespace InstanceScheduler.Simulator.Fleet;

/// <summary>An instance, database or cluster as it stood when the fleet was listed.</summary>
/// <param name="Account">Twelve digits.</param>
/// <param name="Region">For instance <c>cn-northwest-1</c>.</param>
/// <param name="Id">Unique among its kind in account and region.</param>
/// <param name="Type">What its price hangs on: type, class, or <c>cluster</c>.</param>
/// <param name="State">As its service writes it.</param>
/// <param name="Tags">In the order of the listing, each key once.</param>
internal abstract record FleetResource(string Account, string Region, string Id, string Type, string State, IReadOnlyList<FleetTag> Tags)
{
    public abstract FleetKind Kind { get; }

    /// <summary>Whether it is still there to be started.</summary>
    public abstract bool IsAlive { get; }

    public ResourceKey Key => new(Kind.Service(), Account, Region, Id);

    public string? Name => Tag("Name");

    /// <summary>The value of a tag, or null. Keys match exactly, as they do in EC2's own filters.</summary>
    public string? Tag(string key) => Tags.FirstOrDefault(tag => string.Equals(tag.Key, key, StringComparison.Ordinal))?.Value;
}
