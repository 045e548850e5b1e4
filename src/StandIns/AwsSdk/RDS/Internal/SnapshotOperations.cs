using Amazon.RDS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.RDS.Internal;

internal static class SnapshotOperations
{
    public static InvokeOptions DescribeDBSnapshots { get; } =
        RdsService.Operation<DescribeDBSnapshotsRequest, DescribeDBSnapshotsResponse>(
        nameof(DescribeDBSnapshots),
        static (form, request) =>
        {
            form.Add("DBInstanceIdentifier", request.DBInstanceIdentifier);
            form.Add("DBSnapshotIdentifier", request.DBSnapshotIdentifier);
            form.AddList("Filters", "Filter", request.Filters, FilterWriter.Write);
            form.Add("Marker", request.Marker);
            form.Add("MaxRecords", request.MaxRecords);
            form.Add("SnapshotType", request.SnapshotType);
        },
        static (answer, member, response) =>
        {
            if (member is "DBSnapshots")
                response.DBSnapshots = answer.List("DBSnapshot", DBSnapshotReader.Read);
            else if (member is "Marker")
                response.Marker = answer.Text();
        });

    public static InvokeOptions DeleteDBSnapshot { get; } = RdsService.Operation<DeleteDBSnapshotRequest, DeleteDBSnapshotResponse>(
        nameof(DeleteDBSnapshot),
        static (form, request) => form.Add("DBSnapshotIdentifier", request.DBSnapshotIdentifier),
        static (answer, member, response) =>
        {
            if (member is "DBSnapshot")
                response.DBSnapshot = DBSnapshotReader.Read(answer);
        });
}
