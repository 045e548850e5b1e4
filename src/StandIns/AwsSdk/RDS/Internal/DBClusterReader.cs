using Amazon.RDS.Model;
using Amazon.Runtime;

namespace Amazon.RDS.Internal;

internal static class DBClusterReader
{
    public static DBCluster Read(XmlAnswer answer) => answer.Into(new DBCluster(), ReadMember);

    private static void ReadMember(XmlAnswer answer, string name, DBCluster cluster)
    {
        switch (name)
        {
            case nameof(DBCluster.AutomaticRestartTime):
                cluster.AutomaticRestartTime = answer.Timestamp();
                break;
            case nameof(DBCluster.DBClusterArn):
                cluster.DBClusterArn = answer.Text();
                break;
            case nameof(DBCluster.DBClusterIdentifier):
                cluster.DBClusterIdentifier = answer.Text();
                break;
            case nameof(DBCluster.DBClusterInstanceClass):
                cluster.DBClusterInstanceClass = answer.Text();
                break;
            case nameof(DBCluster.DBClusterMembers):
                cluster.DBClusterMembers = answer.List("DBClusterMember", DBClusterMemberReader.Read);
                break;
            case nameof(DBCluster.Engine):
                cluster.Engine = answer.Text();
                break;
            case nameof(DBCluster.EngineMode):
                cluster.EngineMode = answer.Text();
                break;
            case nameof(DBCluster.GlobalWriteForwardingStatus):
                cluster.GlobalWriteForwardingStatus = answer.Text();
                break;
            case nameof(DBCluster.KmsKeyId):
                cluster.KmsKeyId = answer.Text();
                break;
            case nameof(DBCluster.MultiAZ):
                cluster.MultiAZ = answer.Boolean();
                break;
            case nameof(DBCluster.PreferredMaintenanceWindow):
                cluster.PreferredMaintenanceWindow = answer.Text();
                break;
            case nameof(DBCluster.ReadReplicaIdentifiers):
                cluster.ReadReplicaIdentifiers = answer.Texts("ReadReplicaIdentifier");
                break;
            case nameof(DBCluster.ReplicationSourceIdentifier):
                cluster.ReplicationSourceIdentifier = answer.Text();
                break;
            case nameof(DBCluster.Status):
                cluster.Status = answer.Text();
                break;
            case nameof(DBCluster.TagList):
                cluster.TagList = answer.List("Tag", TagReader.Read);
                break;
        }
    }
}
