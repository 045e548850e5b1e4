namespace InstanceScheduler.StandIns.Tests.AwsSdk;

/// <summary>One of each, with every member that the stand-in has and some that it has not.</summary>
internal static class RdsXml
{
    public const string Instance =
        """
        <DBInstance>
          <DBInstanceIdentifier>db-1</DBInstanceIdentifier>
          <Endpoint><Address>db-1.example</Address><Port>3306</Port></Endpoint>
          <DBInstanceArn>arn:aws-cn:rds:cn-north-1:123456789012:db:db-1</DBInstanceArn>
          <DBInstanceStatus>stopped</DBInstanceStatus>
          <DBInstanceClass>db.t3.micro</DBInstanceClass>
          <Engine>mysql</Engine>
          <MultiAZ>true</MultiAZ>
          <StorageEncrypted>false</StorageEncrypted>
          <DBClusterIdentifier>cl-1</DBClusterIdentifier>
          <KmsKeyId>key</KmsKeyId>
          <ReadReplicaSourceDBInstanceIdentifier>db-0</ReadReplicaSourceDBInstanceIdentifier>
          <ReadReplicaSourceDBClusterIdentifier>cl-0</ReadReplicaSourceDBClusterIdentifier>
          <ReadReplicaDBInstanceIdentifiers>
            <ReadReplicaDBInstanceIdentifier>db-2</ReadReplicaDBInstanceIdentifier>
            <ReadReplicaDBInstanceIdentifier>db-3</ReadReplicaDBInstanceIdentifier>
          </ReadReplicaDBInstanceIdentifiers>
          <ReadReplicaDBClusterIdentifiers>
            <ReadReplicaDBClusterIdentifier>cl-2</ReadReplicaDBClusterIdentifier>
          </ReadReplicaDBClusterIdentifiers>
          <PreferredMaintenanceWindow>sun:03:00-sun:03:30</PreferredMaintenanceWindow>
          <AutomaticRestartTime>2026-02-03T04:05:06.789Z</AutomaticRestartTime>
          <InstanceCreateTime>2026-01-01T00:00:00+08:00</InstanceCreateTime>
          <TagList>
            <Tag><Key>Schedule</Key><Value>办公 &amp; more</Value></Tag>
            <Tag><Key>empty</Key><Value/></Tag>
            <Tag><Key>blank</Key><Value> </Value></Tag>
          </TagList>
          <PendingModifiedValues/>
        </DBInstance>
        """;

    public const string Cluster =
        """
        <DBCluster>
          <DBClusterIdentifier>cl-1</DBClusterIdentifier>
          <DBClusterArn>arn:aws-cn:rds:cn-north-1:123456789012:cluster:cl-1</DBClusterArn>
          <Status>available</Status>
          <Engine>aurora-mysql</Engine>
          <EngineMode>provisioned</EngineMode>
          <DBClusterInstanceClass>db.m6gd.large</DBClusterInstanceClass>
          <MultiAZ>true</MultiAZ>
          <KmsKeyId>key</KmsKeyId>
          <DBClusterMembers>
            <DBClusterMember><DBInstanceIdentifier>db-1</DBInstanceIdentifier><IsClusterWriter>true</IsClusterWriter></DBClusterMember>
            <DBClusterMember><IsClusterWriter>false</IsClusterWriter><DBInstanceIdentifier>db-2</DBInstanceIdentifier></DBClusterMember>
          </DBClusterMembers>
          <PreferredMaintenanceWindow>sun:03:00-sun:03:30</PreferredMaintenanceWindow>
          <AutomaticRestartTime>2026-02-03T04:05:06.789Z</AutomaticRestartTime>
          <TagList><Tag><Key>Schedule</Key><Value>office</Value></Tag></TagList>
          <ReplicationSourceIdentifier>arn:source</ReplicationSourceIdentifier>
          <ReadReplicaIdentifiers><ReadReplicaIdentifier>arn:replica</ReadReplicaIdentifier></ReadReplicaIdentifiers>
          <GlobalWriteForwardingStatus>enabled</GlobalWriteForwardingStatus>
        </DBCluster>
        """;

    public const string Snapshot =
        """
        <DBSnapshot>
          <DBSnapshotIdentifier>stack-stopped-db-1</DBSnapshotIdentifier>
          <DBInstanceIdentifier>db-1</DBInstanceIdentifier>
          <SnapshotCreateTime>2026-02-03T04:05:06Z</SnapshotCreateTime>
          <Status>available</Status>
          <SnapshotType>manual</SnapshotType>
          <DBSnapshotArn>arn:snapshot</DBSnapshotArn>
        </DBSnapshot>
        """;
}
