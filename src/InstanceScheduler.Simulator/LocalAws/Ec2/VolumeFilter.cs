using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>One filter of a listing of volumes: a volume passes if any of the values matches.</summary>
internal sealed class VolumeFilter
{
    private readonly FilterValues _values;
    private readonly Func<VolumeView, string> _subject;

    public VolumeFilter(string name, IReadOnlyList<string> values, FleetRegion region)
    {
        _values = new FilterValues(values);
        _subject = name switch
        {
            "attachment.instance-id" => v => v.Owner.Instance.Id,
            "attachment.device" => v => v.Volume.Device,
            "attachment.status" => _ => "attached",
            "availability-zone" => v => region.Name + v.Owner.Instance.Zone,
            "encrypted" => v => v.KmsKeyId is null ? "false" : "true",
            "size" => v => v.Volume.SizeInGiB.ToString(),
            "status" => _ => "in-use",
            "volume-id" => v => v.Volume.Id,
            "volume-type" => _ => VolumeXml.Type,
            _ => throw new AwsException("InvalidParameterValue", $"The filter '{name}' is invalid"),
        };
    }

    public bool Matches(VolumeView volume) => _values.Match(_subject(volume));
}
