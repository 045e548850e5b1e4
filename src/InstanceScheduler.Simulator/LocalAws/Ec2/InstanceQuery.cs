namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>All filters of a listing: an instance passes if it passes each.</summary>
internal sealed class InstanceQuery(IReadOnlyList<InstanceFilter> filters)
{
    public string Key { get; } = string.Join("\n\n", filters.Select(f => f.Key));

    public string? IndexedTagKey { get; } = filters.Select(f => f.TagKey).FirstOrDefault(key => key is not null);

    public bool Matches(FleetMember member)
    {
        foreach (var filter in filters)
        {
            if (!filter.Matches(member))
            {
                return false;
            }
        }

        return true;
    }
}
