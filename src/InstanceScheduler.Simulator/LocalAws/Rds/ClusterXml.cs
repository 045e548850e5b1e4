using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Clusters as DescribeDBClusters shows them.</summary>
internal static class ClusterXml
{
    private const int TypicalSize = 3500;

    public static void WriteList(XmlBuffer xml, IReadOnlyList<ClusterView> views)
    {
        xml.Reserve(views.Count * TypicalSize);
        xml.Raw("<DBClusters>"u8);
        foreach (var view in views)
        {
            Write(xml, view);
        }

        xml.Raw("</DBClusters>"u8);
    }

    public static void Write(XmlBuffer xml, ClusterView view)
    {
        var (cluster, state) = (view.Cluster, view.State);
        var region = cluster.Entry.Region;
        var traits = EngineTraits.Of(cluster.Engine);
        xml.Raw("<DBCluster><AllocatedStorage>"u8).Number(cluster.IsMultiAz ? 100 : 1).Raw("</AllocatedStorage><AvailabilityZones>"u8);
        for (var zone = 'a'; zone <= 'c'; zone++)
        {
            xml.Raw("<AvailabilityZone>"u8).Text(region.Name).Text([zone]).Raw("</AvailabilityZone>"u8);
        }

        xml.Raw("</AvailabilityZones><BackupRetentionPeriod>7</BackupRetentionPeriod><DatabaseName>application</DatabaseName>"u8)
            .Element("DBClusterIdentifier"u8, cluster.Id)
            .Raw("<DBClusterParameterGroup>default."u8).Text(traits.Family).Raw("</DBClusterParameterGroup>"u8)
            .Raw("<DBSubnetGroup>private</DBSubnetGroup>"u8)
            .Element("Status"u8, state.Status);
        RdsXml.WriteRestartTime(xml, state.AutomaticRestartTime);
        xml.Raw("<EarliestRestorableTime>2025-06-02T03:10:00.000Z</EarliestRestorableTime>"u8);
        WriteEndpoints(xml, cluster);
        xml.Raw("<CustomEndpoints/><MultiAZ>"u8).Raw(RdsXml.Flag(cluster.Members.Count > 1)).Raw("</MultiAZ>"u8)
            .Element("Engine"u8, cluster.Engine)
            .Element("EngineVersion"u8, traits.Version)
            .Raw("<Port>"u8).Number(traits.Port)
            .Raw("</Port><MasterUsername>admin</MasterUsername><PreferredBackupWindow>17:00-17:30</PreferredBackupWindow>"u8)
            .Element("PreferredMaintenanceWindow"u8, cluster.MaintenanceWindow)
            .Raw("<ReadReplicaIdentifiers/>"u8);
        WriteMembers(xml, cluster);
        RdsXml.WriteSecurityGroups(xml);
        xml.Raw("<HostedZoneId>Z010911BG9</HostedZoneId>"u8);
        RdsXml.WriteEncryption(xml, cluster.KmsKeyId);
        WriteOptions(xml, cluster);
        RdsXml.WriteTags(xml, state.Tags);
        xml.Raw("<NetworkType>IPV4</NetworkType><PerformanceInsightsEnabled>false</PerformanceInsightsEnabled>"u8)
            .Raw("<EngineLifecycleSupport>open-source-rds-extended-support-disabled</EngineLifecycleSupport></DBCluster>"u8);
    }

    /// <summary>The id that stays when a cluster is renamed.</summary>
    public static string ResourceId(LocalCluster cluster) => "cluster-" + cluster.Entry.Hash[..26];

    private static void WriteEndpoints(XmlBuffer xml, LocalCluster cluster)
    {
        var suffix = cluster.Entry.HostSuffix;
        xml.Raw("<Endpoint>"u8).Text(cluster.Id).Raw(".cluster-"u8).Text(suffix).Raw("</Endpoint>"u8);
        if (cluster.EngineMode != "serverless")
        {
            xml.Raw("<ReaderEndpoint>"u8).Text(cluster.Id).Raw(".cluster-ro-"u8).Text(suffix).Raw("</ReaderEndpoint>"u8);
        }
    }

    private static void WriteMembers(XmlBuffer xml, LocalCluster cluster)
    {
        xml.Raw("<DBClusterMembers>"u8);
        for (var i = 0; i < cluster.Members.Count; i++)
        {
            xml.Raw("<DBClusterMember>"u8)
                .Element("DBInstanceIdentifier"u8, cluster.Members[i].Id)
                .Raw("<IsClusterWriter>"u8).Raw(RdsXml.Flag(i == 0))
                .Raw("</IsClusterWriter><DBClusterParameterGroupStatus>in-sync</DBClusterParameterGroupStatus>"u8)
                .Raw("<PromotionTier>1</PromotionTier></DBClusterMember>"u8);
        }

        xml.Raw("</DBClusterMembers>"u8);
    }

    private static void WriteOptions(XmlBuffer xml, LocalCluster cluster)
    {
        xml.Element("DbClusterResourceId"u8, ResourceId(cluster))
            .Element("DBClusterArn"u8, cluster.Arn)
            .Raw("<AssociatedRoles/><IAMDatabaseAuthenticationEnabled>false</IAMDatabaseAuthenticationEnabled>"u8)
            .Raw("<ClusterCreateTime>2025-06-02T03:04:05.678Z</ClusterCreateTime>"u8)
            .Raw("<EnabledCloudwatchLogsExports><member>error</member></EnabledCloudwatchLogsExports>"u8)
            .Element("EngineMode"u8, cluster.EngineMode);
        if (cluster.EngineMode == "serverless")
        {
            xml.Raw("<Capacity>2</Capacity><ScalingConfigurationInfo><MinCapacity>1</MinCapacity><MaxCapacity>8</MaxCapacity>"u8)
                .Raw("<AutoPause>true</AutoPause><SecondsUntilAutoPause>300</SecondsUntilAutoPause>"u8)
                .Raw("<TimeoutAction>RollbackCapacityChange</TimeoutAction>"u8)
                .Raw("<SecondsBeforeTimeout>300</SecondsBeforeTimeout></ScalingConfigurationInfo>"u8);
        }

        if (cluster.IsMultiAz)
        {
            xml.Element("DBClusterInstanceClass"u8, cluster.Class)
                .Raw("<StorageType>io1</StorageType><Iops>3000</Iops><PubliclyAccessible>false</PubliclyAccessible>"u8);
        }

        xml.Raw("<AutoMinorVersionUpgrade>true</AutoMinorVersionUpgrade><DeletionProtection>true</DeletionProtection>"u8)
            .Raw("<HttpEndpointEnabled>false</HttpEndpointEnabled><ActivityStreamStatus>stopped</ActivityStreamStatus>"u8)
            .Raw("<CopyTagsToSnapshot>true</CopyTagsToSnapshot><CrossAccountClone>false</CrossAccountClone>"u8)
            .Raw("<DomainMemberships/>"u8);
    }
}
