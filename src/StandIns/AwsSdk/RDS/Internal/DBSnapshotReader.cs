using Amazon.RDS.Model;
using Amazon.Runtime;

namespace Amazon.RDS.Internal;

internal static class DBSnapshotReader
{
    public static DBSnapshot Read(XmlAnswer answer) => answer.Into(new DBSnapshot(), ReadMember);

    private static void ReadMember(XmlAnswer answer, string name, DBSnapshot snapshot)
    {
        switch (name)
        {
            case nameof(DBSnapshot.DBInstanceIdentifier):
                snapshot.DBInstanceIdentifier = answer.Text();
                break;
            case nameof(DBSnapshot.DbiResourceId):
                snapshot.DbiResourceId = answer.Text();
                break;
            case nameof(DBSnapshot.DBSnapshotArn):
                snapshot.DBSnapshotArn = answer.Text();
                break;
            case nameof(DBSnapshot.DBSnapshotIdentifier):
                snapshot.DBSnapshotIdentifier = answer.Text();
                break;
            case nameof(DBSnapshot.SnapshotCreateTime):
                snapshot.SnapshotCreateTime = answer.Timestamp();
                break;
            case nameof(DBSnapshot.SnapshotType):
                snapshot.SnapshotType = answer.Text();
                break;
            case nameof(DBSnapshot.Status):
                snapshot.Status = answer.Text();
                break;
        }
    }
}
