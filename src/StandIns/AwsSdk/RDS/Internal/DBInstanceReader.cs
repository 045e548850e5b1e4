using Amazon.RDS.Model;
using Amazon.Runtime;

namespace Amazon.RDS.Internal;

internal static class DBInstanceReader
{
    public static DBInstance Read(XmlAnswer answer) => answer.Into(new DBInstance(), ReadMember);

    private static void ReadMember(XmlAnswer answer, string name, DBInstance instance)
    {
        switch (name)
        {
            case nameof(DBInstance.AutomaticRestartTime):
                instance.AutomaticRestartTime = answer.Timestamp();
                break;
            case nameof(DBInstance.DBClusterIdentifier):
                instance.DBClusterIdentifier = answer.Text();
                break;
            case nameof(DBInstance.DBInstanceArn):
                instance.DBInstanceArn = answer.Text();
                break;
            case nameof(DBInstance.DBInstanceClass):
                instance.DBInstanceClass = answer.Text();
                break;
            case nameof(DBInstance.DBInstanceIdentifier):
                instance.DBInstanceIdentifier = answer.Text();
                break;
            case nameof(DBInstance.DBInstanceStatus):
                instance.DBInstanceStatus = answer.Text();
                break;
            case nameof(DBInstance.DbiResourceId):
                instance.DbiResourceId = answer.Text();
                break;
            case nameof(DBInstance.Engine):
                instance.Engine = answer.Text();
                break;
            case nameof(DBInstance.InstanceCreateTime):
                instance.InstanceCreateTime = answer.Timestamp();
                break;
            case nameof(DBInstance.KmsKeyId):
                instance.KmsKeyId = answer.Text();
                break;
            case nameof(DBInstance.MultiAZ):
                instance.MultiAZ = answer.Boolean();
                break;
            case nameof(DBInstance.PreferredMaintenanceWindow):
                instance.PreferredMaintenanceWindow = answer.Text();
                break;
            case nameof(DBInstance.ReadReplicaDBClusterIdentifiers):
                instance.ReadReplicaDBClusterIdentifiers = answer.Texts("ReadReplicaDBClusterIdentifier");
                break;
            case nameof(DBInstance.ReadReplicaDBInstanceIdentifiers):
                instance.ReadReplicaDBInstanceIdentifiers = answer.Texts("ReadReplicaDBInstanceIdentifier");
                break;
            case nameof(DBInstance.ReadReplicaSourceDBClusterIdentifier):
                instance.ReadReplicaSourceDBClusterIdentifier = answer.Text();
                break;
            case nameof(DBInstance.ReadReplicaSourceDBInstanceIdentifier):
                instance.ReadReplicaSourceDBInstanceIdentifier = answer.Text();
                break;
            case nameof(DBInstance.StorageEncrypted):
                instance.StorageEncrypted = answer.Boolean();
                break;
            case nameof(DBInstance.TagList):
                instance.TagList = answer.List("Tag", TagReader.Read);
                break;
        }
    }
}
