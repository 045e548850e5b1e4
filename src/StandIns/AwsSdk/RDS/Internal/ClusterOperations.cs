using Amazon.RDS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.RDS.Internal;

internal static class ClusterOperations
{
    public static InvokeOptions DescribeDBClusters { get; } = RdsService.Operation<DescribeDBClustersRequest, DescribeDBClustersResponse>(
        nameof(DescribeDBClusters),
        static (form, request) =>
        {
            form.Add("DBClusterIdentifier", request.DBClusterIdentifier);
            form.AddList("Filters", "Filter", request.Filters, FilterWriter.Write);
            form.Add("IncludeShared", request.IncludeShared);
            form.Add("Marker", request.Marker);
            form.Add("MaxRecords", request.MaxRecords);
        },
        static (answer, member, response) =>
        {
            if (member is "DBClusters")
                response.DBClusters = answer.List("DBCluster", DBClusterReader.Read);
            else if (member is "Marker")
                response.Marker = answer.Text();
        });

    public static InvokeOptions StartDBCluster { get; } = RdsService.Operation<StartDBClusterRequest, StartDBClusterResponse>(
        nameof(StartDBCluster),
        static (form, request) => form.Add("DBClusterIdentifier", request.DBClusterIdentifier),
        static (answer, member, response) =>
        {
            if (member is "DBCluster")
                response.DBCluster = DBClusterReader.Read(answer);
        });

    public static InvokeOptions StopDBCluster { get; } = RdsService.Operation<StopDBClusterRequest, StopDBClusterResponse>(
        nameof(StopDBCluster),
        static (form, request) => form.Add("DBClusterIdentifier", request.DBClusterIdentifier),
        static (answer, member, response) =>
        {
            if (member is "DBCluster")
                response.DBCluster = DBClusterReader.Read(answer);
        });
}
