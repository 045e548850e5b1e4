using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Snapshots as DescribeDBSnapshots shows them.</summary>
internal static class SnapshotXml
{
    private const int TypicalSize = 2000;

    public static void WriteList(XmlBuffer xml, IReadOnlyList<SnapshotView> views)
    {
        xml.Reserve(views.Count * TypicalSize);
        xml.Raw("<DBSnapshots>"u8);
        foreach (var view in views)
        {
            Write(xml, view);
        }

        xml.Raw("</DBSnapshots>"u8);
    }

    public static void Write(XmlBuffer xml, SnapshotView view)
    {
        var (snapshot, region) = (view.Snapshot, view.Region);
        var traits = EngineTraits.Of(snapshot.Engine);
        xml.Raw("<DBSnapshot>"u8)
            .Element("DBSnapshotIdentifier"u8, snapshot.Id)
            .Element("DBInstanceIdentifier"u8, snapshot.DatabaseId);

        // RDS tells no time before the snapshot is complete.
        if (view.Status != RdsStatus.Creating && snapshot.AvailableFrom is { } time)
        {
            xml.Raw("<SnapshotCreateTime>"u8).Time(time).Raw("</SnapshotCreateTime>"u8);
        }

        xml.Element("Engine"u8, snapshot.Engine)
            .Raw("<AllocatedStorage>100</AllocatedStorage>"u8)
            .Element("Status"u8, view.Status)
            .Raw("<Port>"u8).Number(traits.Port).Raw("</Port><AvailabilityZone>"u8).Text(region.Name).Text([snapshot.Zone])
            .Raw("</AvailabilityZone>"u8)
            .Element("VpcId"u8, "vpc-" + region.Account)
            .Raw("<InstanceCreateTime>2025-06-02T03:04:05.678Z</InstanceCreateTime><MasterUsername>admin</MasterUsername>"u8)
            .Element("EngineVersion"u8, traits.Version)
            .Element("LicenseModel"u8, traits.License)
            .Element("SnapshotType"u8, SnapshotCalls.Type(snapshot))
            .Raw("<Iops>3000</Iops><StorageThroughput>125</StorageThroughput><OptionGroupName>default:"u8).Text(traits.Family)
            .Raw("</OptionGroupName><PercentProgress>"u8).Number(view.Status == RdsStatus.Creating ? 0 : 100)
            .Raw("</PercentProgress><StorageType>gp3</StorageType><Encrypted>"u8).Raw(RdsXml.Flag(snapshot.KmsKeyId is not null))
            .Raw("</Encrypted>"u8);
        if (snapshot.KmsKeyId is { } key)
        {
            xml.Element("KmsKeyId"u8, key);
        }

        xml.Element("DBSnapshotArn"u8, region.Arn("snapshot:" + snapshot.Id))
            .Raw("<IAMDatabaseAuthenticationEnabled>false</IAMDatabaseAuthenticationEnabled><ProcessorFeatures/><TagList/>"u8)
            .Raw("<SnapshotTarget>region</SnapshotTarget><MultiTenant>false</MultiTenant>"u8)
            .Raw("<DedicatedLogVolume>false</DedicatedLogVolume></DBSnapshot>"u8);
    }
}
