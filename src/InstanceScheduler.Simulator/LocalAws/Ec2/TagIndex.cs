namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Members in the order of their sequence: all of them, and those with a tag key. Guarded by its region.</summary>
internal sealed class TagIndex
{
    private static readonly Comparer<FleetMember> BySequence = Comparer<FleetMember>.Create((a, b) => a.Sequence.CompareTo(b.Sequence));

    private readonly List<FleetMember> _all = [];
    private readonly Dictionary<string, List<FleetMember>> _byKey = new(StringComparer.Ordinal);

    public void Add(FleetMember member)
    {
        Insert(_all, member);
        foreach (var key in member.Tags.Keys)
        {
            Update(member, key, had: false, has: true);
        }
    }

    public void Update(FleetMember member, string key, bool had, bool has)
    {
        if (had == has)
        {
            return;
        }

        if (!_byKey.TryGetValue(key, out var members))
        {
            _byKey[key] = members = [];
        }

        if (has)
        {
            Insert(members, member);
        }
        else
        {
            members.RemoveAt(members.BinarySearch(member, BySequence));
        }
    }

    /// <param name="key">Null for all members.</param>
    /// <param name="after">The sequence of the last member already seen.</param>
    public IEnumerable<FleetMember> From(string? key, long after)
    {
        List<FleetMember> members;
        if (key is null)
        {
            members = _all;
        }
        else if (!_byKey.TryGetValue(key, out members!))
        {
            yield break;
        }

        for (var i = FirstAfter(members, after); i < members.Count; i++)
        {
            yield return members[i];
        }
    }

    private static void Insert(List<FleetMember> members, FleetMember member)
    {
        var at = members.BinarySearch(member, BySequence);
        members.Insert(~at, member);
    }

    private static int FirstAfter(List<FleetMember> members, long after)
    {
        var (low, high) = (0, members.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = members[middle].Sequence <= after ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
