using Amazon.RDS.Internal;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.RDS;

public class AmazonRDSClient : AmazonServiceClient, IAmazonRDS
{
    private static readonly StandInMetadata Metadata = new(RdsService.Description);

    public AmazonRDSClient() : this(new AmazonRDSConfig())
    {
    }

    public AmazonRDSClient(RegionEndpoint region) : this(new AmazonRDSConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSClient(AmazonRDSConfig config) : base(config)
    {
    }

    public AmazonRDSClient(AWSCredentials credentials) : this(credentials, new AmazonRDSConfig())
    {
    }

    public AmazonRDSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonRDSConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSClient(AWSCredentials credentials, AmazonRDSConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<AddTagsToResourceResponse> AddTagsToResourceAsync(
        AddTagsToResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AddTagsToResourceResponse>(request, TagOperations.AddTagsToResource, cancellationToken);

    public virtual Task<DeleteDBSnapshotResponse> DeleteDBSnapshotAsync(
        DeleteDBSnapshotRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDBSnapshotResponse>(request, SnapshotOperations.DeleteDBSnapshot, cancellationToken);

    public virtual Task<DescribeDBClustersResponse> DescribeDBClustersAsync(
        DescribeDBClustersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeDBClustersResponse>(request, ClusterOperations.DescribeDBClusters, cancellationToken);

    public virtual Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(
        DescribeDBInstancesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeDBInstancesResponse>(request, InstanceOperations.DescribeDBInstances, cancellationToken);

    public virtual Task<DescribeDBSnapshotsResponse> DescribeDBSnapshotsAsync(
        DescribeDBSnapshotsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeDBSnapshotsResponse>(request, SnapshotOperations.DescribeDBSnapshots, cancellationToken);

    public virtual Task<RemoveTagsFromResourceResponse> RemoveTagsFromResourceAsync(
        RemoveTagsFromResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RemoveTagsFromResourceResponse>(request, TagOperations.RemoveTagsFromResource, cancellationToken);

    public virtual Task<StartDBClusterResponse> StartDBClusterAsync(
        StartDBClusterRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartDBClusterResponse>(request, ClusterOperations.StartDBCluster, cancellationToken);

    public virtual Task<StartDBInstanceResponse> StartDBInstanceAsync(
        StartDBInstanceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartDBInstanceResponse>(request, InstanceOperations.StartDBInstance, cancellationToken);

    public virtual Task<StopDBClusterResponse> StopDBClusterAsync(
        StopDBClusterRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopDBClusterResponse>(request, ClusterOperations.StopDBCluster, cancellationToken);

    public virtual Task<StopDBInstanceResponse> StopDBInstanceAsync(
        StopDBInstanceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopDBInstanceResponse>(request, InstanceOperations.StopDBInstance, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => StandInPipeline.Customize(pipeline);
}
