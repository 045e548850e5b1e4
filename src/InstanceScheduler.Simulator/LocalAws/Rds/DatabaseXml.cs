using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Instances as DescribeDBInstances shows them: the elements a usual one has, so that sizes and parsing costs are real.</summary>
internal static class DatabaseXml
{
    private const int TypicalSize = 5500;

    public static void WriteList(XmlBuffer xml, IReadOnlyList<DatabaseView> views)
    {
        xml.Reserve(views.Count * TypicalSize);
        xml.Raw("<DBInstances>"u8);
        foreach (var view in views)
        {
            Write(xml, view);
        }

        xml.Raw("</DBInstances>"u8);
    }

    public static void Write(XmlBuffer xml, DatabaseView view)
    {
        var (database, state) = (view.Database, view.State);
        var traits = EngineTraits.Of(database.Engine);
        xml.Raw("<DBInstance>"u8)
            .Element("DBInstanceIdentifier"u8, database.Id)
            .Element("DBInstanceClass"u8, database.Class)
            .Element("Engine"u8, database.Engine)
            .Element("DBInstanceStatus"u8, state.Status);
        RdsXml.WriteRestartTime(xml, state.AutomaticRestartTime);
        xml.Raw("<MasterUsername>admin</MasterUsername><DBName>application</DBName>"u8);
        WriteEndpoint(xml, database, traits);
        xml.Raw("<AllocatedStorage>100</AllocatedStorage><InstanceCreateTime>2025-06-02T03:04:05.678Z</InstanceCreateTime>"u8)
            .Raw("<PreferredBackupWindow>17:00-17:30</PreferredBackupWindow><BackupRetentionPeriod>7</BackupRetentionPeriod>"u8)
            .Raw("<DBSecurityGroups/>"u8);
        RdsXml.WriteSecurityGroups(xml);
        xml.Raw("<DBParameterGroups><DBParameterGroup><DBParameterGroupName>default."u8).Text(traits.Family)
            .Raw("</DBParameterGroupName><ParameterApplyStatus>in-sync</ParameterApplyStatus></DBParameterGroup></DBParameterGroups>"u8);
        WritePlace(xml, database);
        xml.Element("PreferredMaintenanceWindow"u8, database.MaintenanceWindow)
            .Raw("<PendingModifiedValues/><MultiAZ>"u8).Raw(RdsXml.Flag(database.MultiAz)).Raw("</MultiAZ>"u8)
            .Element("EngineVersion"u8, traits.Version)
            .Raw("<AutoMinorVersionUpgrade>true</AutoMinorVersionUpgrade>"u8);
        WriteReplication(xml, view);
        WriteOptions(xml, database, traits);
        RdsXml.WriteTags(xml, state.Tags);
        WriteEnd(xml);
    }

    /// <summary>The id that stays when an instance is renamed.</summary>
    public static string ResourceId(LocalDatabase database) => "db-" + database.Entry.Hash[..26];

    private static void WriteEndpoint(XmlBuffer xml, LocalDatabase database, EngineTraits traits) => xml
        .Raw("<Endpoint><Address>"u8).Text(database.Id).Raw("."u8).Text(database.Entry.HostSuffix).Raw("</Address><Port>"u8)
        .Number(traits.Port).Raw("</Port><HostedZoneId>Z010911BG9</HostedZoneId></Endpoint>"u8);

    private static void WritePlace(XmlBuffer xml, LocalDatabase database)
    {
        var region = database.Entry.Region;
        xml.Raw("<AvailabilityZone>"u8).Text(region.Name).Text([database.Zone]).Raw("</AvailabilityZone>"u8)
            .Raw("<DBSubnetGroup><DBSubnetGroupName>private</DBSubnetGroupName>"u8)
            .Raw("<DBSubnetGroupDescription>Private subnets of the application</DBSubnetGroupDescription>"u8)
            .Element("VpcId"u8, "vpc-" + region.Account)
            .Raw("<SubnetGroupStatus>Complete</SubnetGroupStatus><Subnets>"u8);
        for (var zone = 'a'; zone <= 'c'; zone++)
        {
            xml.Raw("<Subnet><SubnetIdentifier>subnet-0c4e8a1b2d3f4567"u8).Text([zone])
                .Raw("</SubnetIdentifier><SubnetAvailabilityZone><Name>"u8).Text(region.Name).Text([zone])
                .Raw("</Name></SubnetAvailabilityZone><SubnetOutpost/><SubnetStatus>Active</SubnetStatus></Subnet>"u8);
        }

        xml.Raw("</Subnets>"u8).Element("DBSubnetGroupArn"u8, region.Arn("subgrp:private"))
            .Raw("<SupportedNetworkTypes><member>IPV4</member></SupportedNetworkTypes></DBSubnetGroup>"u8);
    }

    private static void WriteReplication(XmlBuffer xml, DatabaseView view)
    {
        var database = view.Database;
        if (database.ReadReplicaSource is { } source)
        {
            xml.Element("ReadReplicaSourceDBInstanceIdentifier"u8, source);
        }

        if (database.ReadReplicaSourceCluster is { } cluster)
        {
            xml.Element("ReadReplicaSourceDBClusterIdentifier"u8, cluster);
        }

        xml.Raw("<ReadReplicaDBInstanceIdentifiers>"u8);
        foreach (var replica in view.Replicas)
        {
            xml.Element("ReadReplicaDBInstanceIdentifier"u8, replica);
        }

        xml.Raw("</ReadReplicaDBInstanceIdentifiers><ReadReplicaDBClusterIdentifiers>"u8);
        foreach (var replica in database.ReadReplicaClusters)
        {
            xml.Element("ReadReplicaDBClusterIdentifier"u8, replica);
        }

        xml.Raw("</ReadReplicaDBClusterIdentifiers>"u8);
        if (database.IsReadReplica)
        {
            xml.Raw("<StatusInfos><DBInstanceStatusInfo><StatusType>read replication</StatusType><Normal>true</Normal>"u8)
                .Raw("<Status>replicating</Status></DBInstanceStatusInfo></StatusInfos>"u8);
        }
    }

    private static void WriteOptions(XmlBuffer xml, LocalDatabase database, EngineTraits traits)
    {
        xml.Element("LicenseModel"u8, traits.License)
            .Raw("<Iops>3000</Iops><StorageThroughput>125</StorageThroughput><OptionGroupMemberships><OptionGroupMembership>"u8)
            .Raw("<OptionGroupName>default:"u8).Text(traits.Family)
            .Raw("</OptionGroupName><Status>in-sync</Status></OptionGroupMembership></OptionGroupMemberships>"u8);
        if (database.MultiAz)
        {
            xml.Raw("<SecondaryAvailabilityZone>"u8).Text(database.Entry.Region.Name).Text([database.Zone == 'a' ? 'b' : 'a'])
                .Raw("</SecondaryAvailabilityZone>"u8);
        }

        xml.Raw("<PubliclyAccessible>false</PubliclyAccessible><StorageType>gp3</StorageType><DbInstancePort>0</DbInstancePort>"u8);
        if (database.Cluster is { } cluster)
        {
            xml.Element("DBClusterIdentifier"u8, cluster.Id);
        }

        RdsXml.WriteEncryption(xml, database.KmsKeyId ?? database.Cluster?.KmsKeyId);
        xml.Element("DbiResourceId"u8, ResourceId(database))
            .Raw("<CACertificateIdentifier>rds-ca-rsa2048-g1</CACertificateIdentifier><DomainMemberships/>"u8)
            .Raw("<CopyTagsToSnapshot>false</CopyTagsToSnapshot><MonitoringInterval>60</MonitoringInterval>"u8)
            .Element("EnhancedMonitoringResourceArn"u8, EnhancedMonitoring(database))
            .Element("MonitoringRoleArn"u8, MonitoringRole(database));
        if (database.Cluster is not null)
        {
            xml.Raw("<PromotionTier>1</PromotionTier>"u8);
        }

        xml.Element("DBInstanceArn"u8, database.Arn)
            .Raw("<IAMDatabaseAuthenticationEnabled>false</IAMDatabaseAuthenticationEnabled>"u8)
            .Raw("<DatabaseInsightsMode>standard</DatabaseInsightsMode>"u8)
            .Raw("<PerformanceInsightsEnabled>true</PerformanceInsightsEnabled>"u8)
            .Raw("<PerformanceInsightsRetentionPeriod>7</PerformanceInsightsRetentionPeriod>"u8)
            .Raw("<EnabledCloudwatchLogsExports><member>error</member><member>slowquery</member></EnabledCloudwatchLogsExports>"u8)
            .Raw("<ProcessorFeatures/><DeletionProtection>true</DeletionProtection><AssociatedRoles/>"u8)
            .Raw("<MaxAllocatedStorage>1000</MaxAllocatedStorage>"u8);
    }

    private static void WriteEnd(XmlBuffer xml) => xml
        .Raw("<CustomerOwnedIpEnabled>false</CustomerOwnedIpEnabled><NetworkType>IPV4</NetworkType>"u8)
        .Raw("<ActivityStreamStatus>stopped</ActivityStreamStatus>"u8)
        .Raw("<DBInstanceAutomatedBackupsReplications/><BackupTarget>region</BackupTarget>"u8)
        .Raw("<CertificateDetails><CAIdentifier>rds-ca-rsa2048-g1</CAIdentifier>"u8)
        .Raw("<ValidTill>2027-05-21T08:12:45.000Z</ValidTill></CertificateDetails><MultiTenant>false</MultiTenant>"u8)
        .Raw("<DedicatedLogVolume>false</DedicatedLogVolume>"u8)
        .Raw("<IsStorageConfigUpgradeAvailable>false</IsStorageConfigUpgradeAvailable>"u8)
        .Raw("<EngineLifecycleSupport>open-source-rds-extended-support-disabled</EngineLifecycleSupport></DBInstance>"u8);

    private static string EnhancedMonitoring(LocalDatabase database)
    {
        var region = database.Entry.Region;
        return Arn.Of("logs", region.Name, region.Account, $"log-group:RDSOSMetrics:log-stream:{ResourceId(database)}");
    }

    private static string MonitoringRole(LocalDatabase database) =>
        $"arn:{Arn.Partition(database.Entry.Region.Name)}:iam::{database.Entry.Region.Account}:role/rds-monitoring-role";
}
