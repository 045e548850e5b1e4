using System.Net;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.RDS.Internal;

internal static class RdsService
{
    public static ServiceDescription Description { get; } = new("RDS", "rds", "rds", "2014-10-31");

    public static InvokeOptions Operation<TRequest, TResponse>(
        string action, Action<QueryForm, TRequest> write, MemberReader<TResponse> read)
        where TRequest : AmazonRDSRequest
        where TResponse : AmazonWebServiceResponse, new() => QueryOperation.Of(Description, Error, action, write, read);

    public static AmazonServiceException Error(
        string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status) => code switch
        {
            "AuthorizationNotFound" => new AuthorizationNotFoundException(message, inner, type, code, requestId, status),
            "BlueGreenDeploymentNotFoundFault" => new BlueGreenDeploymentNotFoundException(message, inner, type, code, requestId, status),
            "DBClusterNotFoundFault" => new DBClusterNotFoundException(message, inner, type, code, requestId, status),
            "DBInstanceNotFound" => new DBInstanceNotFoundException(message, inner, type, code, requestId, status),
            "DBProxyEndpointNotFoundFault" => new DBProxyEndpointNotFoundException(message, inner, type, code, requestId, status),
            "DBProxyNotFoundFault" => new DBProxyNotFoundException(message, inner, type, code, requestId, status),
            "DBProxyTargetGroupNotFoundFault" => new DBProxyTargetGroupNotFoundException(message, inner, type, code, requestId, status),
            "DBShardGroupNotFound" => new DBShardGroupNotFoundException(message, inner, type, code, requestId, status),
            "DBSnapshotAlreadyExists" => new DBSnapshotAlreadyExistsException(message, inner, type, code, requestId, status),
            "DBSnapshotNotFound" => new DBSnapshotNotFoundException(message, inner, type, code, requestId, status),
            "DBSnapshotTenantDatabaseNotFoundFault" =>
                new DBSnapshotTenantDatabaseNotFoundException(message, inner, type, code, requestId, status),
            "DBSubnetGroupDoesNotCoverEnoughAZs" =>
                new DBSubnetGroupDoesNotCoverEnoughAZsException(message, inner, type, code, requestId, status),
            "DBSubnetGroupNotFoundFault" => new DBSubnetGroupNotFoundException(message, inner, type, code, requestId, status),
            "InsufficientDBInstanceCapacity" => new InsufficientDBInstanceCapacityException(message, inner, type, code, requestId, status),
            "IntegrationNotFoundFault" => new IntegrationNotFoundException(message, inner, type, code, requestId, status),
            "InvalidDBClusterEndpointStateFault" =>
                new InvalidDBClusterEndpointStateException(message, inner, type, code, requestId, status),
            "InvalidDBClusterStateFault" => new InvalidDBClusterStateException(message, inner, type, code, requestId, status),
            "InvalidDBInstanceState" => new InvalidDBInstanceStateException(message, inner, type, code, requestId, status),
            "InvalidDBShardGroupState" => new InvalidDBShardGroupStateException(message, inner, type, code, requestId, status),
            "InvalidDBSnapshotState" => new InvalidDBSnapshotStateException(message, inner, type, code, requestId, status),
            "InvalidSubnet" => new InvalidSubnetException(message, inner, type, code, requestId, status),
            "InvalidVPCNetworkStateFault" => new InvalidVPCNetworkStateException(message, inner, type, code, requestId, status),
            "KMSKeyNotAccessibleFault" => new KMSKeyNotAccessibleException(message, inner, type, code, requestId, status),
            "SnapshotQuotaExceeded" => new SnapshotQuotaExceededException(message, inner, type, code, requestId, status),
            "TenantDatabaseNotFound" => new TenantDatabaseNotFoundException(message, inner, type, code, requestId, status),
            "VpcEncryptionControlViolationException" =>
                new VpcEncryptionControlViolationException(message, inner, type, code, requestId, status),
            _ => new AmazonRDSException(message, inner, type, code, requestId, status),
        };
}
