using Amazon.RDS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.RDS.Internal;

internal static class InstanceOperations
{
    public static InvokeOptions DescribeDBInstances { get; } =
        RdsService.Operation<DescribeDBInstancesRequest, DescribeDBInstancesResponse>(
        nameof(DescribeDBInstances),
        static (form, request) =>
        {
            form.Add("DBInstanceIdentifier", request.DBInstanceIdentifier);
            form.AddList("Filters", "Filter", request.Filters, FilterWriter.Write);
            form.Add("Marker", request.Marker);
            form.Add("MaxRecords", request.MaxRecords);
        },
        static (answer, member, response) =>
        {
            if (member is "DBInstances")
                response.DBInstances = answer.List("DBInstance", DBInstanceReader.Read);
            else if (member is "Marker")
                response.Marker = answer.Text();
        });

    public static InvokeOptions StartDBInstance { get; } = RdsService.Operation<StartDBInstanceRequest, StartDBInstanceResponse>(
        nameof(StartDBInstance),
        static (form, request) => form.Add("DBInstanceIdentifier", request.DBInstanceIdentifier),
        static (answer, member, response) =>
        {
            if (member is "DBInstance")
                response.DBInstance = DBInstanceReader.Read(answer);
        });

    public static InvokeOptions StopDBInstance { get; } = RdsService.Operation<StopDBInstanceRequest, StopDBInstanceResponse>(
        nameof(StopDBInstance),
        static (form, request) =>
        {
            form.Add("DBInstanceIdentifier", request.DBInstanceIdentifier);
            form.Add("DBSnapshotIdentifier", request.DBSnapshotIdentifier);
        },
        static (answer, member, response) =>
        {
            if (member is "DBInstance")
                response.DBInstance = DBInstanceReader.Read(answer);
        });
}
