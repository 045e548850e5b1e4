namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>A page of a listing.</summary>
/// <param name="Views">Its instances.</param>
/// <param name="More">Whether others follow.</param>
/// <param name="Version">Of the region, whose page this is until something changes; null: the page changes by itself.</param>
internal sealed record InstancePage(IReadOnlyList<InstanceView> Views, bool More, long? Version);
