using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Volumes as DescribeVolumes shows them.</summary>
internal static class VolumeXml
{
    public const string Type = "gp3";

    private const int TypicalSize = 1200;

    public static void Write(XmlBuffer xml, FleetRegion region, IReadOnlyList<VolumeView> volumes)
    {
        xml.Reserve(volumes.Count * TypicalSize);
        foreach (var volume in volumes)
        {
            Write(xml, region, volume);
        }
    }

    private static void Write(XmlBuffer xml, FleetRegion region, VolumeView view)
    {
        var ((id, device, size), owner) = (view.Volume, view.Owner);
        xml.Raw("<item>"u8).Element("volumeId"u8, id)
            .Raw("<size>"u8).Number(size).Raw("</size><snapshotId>snap-0c5a1f0d6f2b9e3a7</snapshotId><availabilityZone>"u8)
            .Text(region.Name).Text([owner.Instance.Zone])
            .Raw("</availabilityZone><status>in-use</status><createTime>2025-06-02T03:04:05.000Z</createTime><attachmentSet><item>"u8)
            .Element("volumeId"u8, id).Element("instanceId"u8, owner.Instance.Id).Element("device"u8, device)
            .Raw("<status>attached</status><attachTime>"u8).Time(owner.LaunchTime)
            .Raw("</attachTime><deleteOnTermination>true</deleteOnTermination></item></attachmentSet>"u8)
            .Element("volumeType"u8, Type)
            .Raw("<iops>3000</iops>"u8);
        if (view.KmsKeyId is { } key)
        {
            xml.Raw("<encrypted>true</encrypted>"u8).Element("kmsKeyId"u8, key);
        }
        else
        {
            xml.Raw("<encrypted>false</encrypted>"u8);
        }

        xml.Raw("<multiAttachEnabled>false</multiAttachEnabled><throughput>125</throughput>"u8)
            .Raw("<operator><managed>false</managed></operator></item>"u8);
    }
}
