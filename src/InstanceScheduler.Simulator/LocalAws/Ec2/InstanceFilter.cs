using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>One filter of a listing: an instance passes if any of the values matches.</summary>
internal sealed class InstanceFilter
{
    private const string TagPrefix = "tag:";

    private readonly FilterValues _values;
    private readonly Func<FleetMember, IEnumerable<string>> _subject;

    public InstanceFilter(string name, IReadOnlyList<string> values)
    {
        _values = new FilterValues(values);
        Key = string.Join('\n', [name, .. values]);
        if (name.StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            TagKey = name[TagPrefix.Length..];
            _subject = m => m.Tags.TryGetValue(TagKey, out var value) ? [value] : [];
            return;
        }

        _subject = name switch
        {
            "tag-key" => m => m.Tags.Keys,
            "tag-value" => m => m.Tags.Values,
            "instance-id" => m => [m.Instance.Id],
            "instance-type" => m => [m.Type],
            "instance-state-name" => m => [m.Power.State.WireName()],
            "instance-state-code" => m => [((int)m.Power.State).ToString()],
            "availability-zone" => m => [m.Region.Name + m.Instance.Zone],
            "root-device-type" => m => [m.Instance.InstanceStoreRoot ? "instance-store" : "ebs"],
            "instance-lifecycle" => m => m.Instance.Spot == SpotRequest.None ? [] : ["spot"],
            _ => throw new AwsException("InvalidParameterValue", $"The filter '{name}' is invalid"),
        };
        if (name == "tag-key" && values is [var only] && !FilterValues.HasWildcard(only))
        {
            TagKey = only;
            _subject = m => m.Tags.ContainsKey(only) ? values : [];
        }
    }

    /// <summary>The same for filters that ask the same in the same words.</summary>
    public string Key { get; }

    /// <summary>Only instances with this tag can pass; null where the filter says nothing of the kind.</summary>
    public string? TagKey { get; }

    public bool Matches(FleetMember member) => _subject(member).Any(_values.Match);
}
