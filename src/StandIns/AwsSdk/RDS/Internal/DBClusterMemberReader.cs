using Amazon.RDS.Model;
using Amazon.Runtime;

namespace Amazon.RDS.Internal;

internal static class DBClusterMemberReader
{
    public static DBClusterMember Read(XmlAnswer answer) => answer.Into(new DBClusterMember(), ReadMember);

    private static void ReadMember(XmlAnswer answer, string name, DBClusterMember member)
    {
        switch (name)
        {
            case nameof(DBClusterMember.DBInstanceIdentifier):
                member.DBInstanceIdentifier = answer.Text();
                break;
            case nameof(DBClusterMember.IsClusterWriter):
                member.IsClusterWriter = answer.Boolean();
                break;
        }
    }
}
