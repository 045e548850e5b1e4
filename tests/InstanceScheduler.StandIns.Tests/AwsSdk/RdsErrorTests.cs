using System.Net;
using System.Text;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class RdsErrorTests
{
    /// <summary>Each code from an operation that declares it.</summary>
    public static TheoryData<string, int, string, Type> Rows => new()
    {
        { "StartDBInstance", 404, "AuthorizationNotFound", typeof(AuthorizationNotFoundException) },
        { "AddTagsToResource", 404, "BlueGreenDeploymentNotFoundFault", typeof(BlueGreenDeploymentNotFoundException) },
        { "StartDBInstance", 404, "DBClusterNotFoundFault", typeof(DBClusterNotFoundException) },
        { "StartDBInstance", 404, "DBInstanceNotFound", typeof(DBInstanceNotFoundException) },
        { "AddTagsToResource", 404, "DBProxyEndpointNotFoundFault", typeof(DBProxyEndpointNotFoundException) },
        { "AddTagsToResource", 404, "DBProxyNotFoundFault", typeof(DBProxyNotFoundException) },
        { "AddTagsToResource", 404, "DBProxyTargetGroupNotFoundFault", typeof(DBProxyTargetGroupNotFoundException) },
        { "AddTagsToResource", 404, "DBShardGroupNotFound", typeof(DBShardGroupNotFoundException) },
        { "StopDBInstance", 400, "DBSnapshotAlreadyExists", typeof(DBSnapshotAlreadyExistsException) },
        { "DescribeDBSnapshots", 404, "DBSnapshotNotFound", typeof(DBSnapshotNotFoundException) },
        { "AddTagsToResource", 404, "DBSnapshotTenantDatabaseNotFoundFault", typeof(DBSnapshotTenantDatabaseNotFoundException) },
        { "StartDBInstance", 400, "DBSubnetGroupDoesNotCoverEnoughAZs", typeof(DBSubnetGroupDoesNotCoverEnoughAZsException) },
        { "StartDBInstance", 404, "DBSubnetGroupNotFoundFault", typeof(DBSubnetGroupNotFoundException) },
        { "StartDBInstance", 400, "InsufficientDBInstanceCapacity", typeof(InsufficientDBInstanceCapacityException) },
        { "AddTagsToResource", 404, "IntegrationNotFoundFault", typeof(IntegrationNotFoundException) },
        { "AddTagsToResource", 400, "InvalidDBClusterEndpointStateFault", typeof(InvalidDBClusterEndpointStateException) },
        { "StartDBInstance", 400, "InvalidDBClusterStateFault", typeof(InvalidDBClusterStateException) },
        { "StartDBInstance", 400, "InvalidDBInstanceState", typeof(InvalidDBInstanceStateException) },
        { "StartDBCluster", 400, "InvalidDBShardGroupState", typeof(InvalidDBShardGroupStateException) },
        { "DeleteDBSnapshot", 400, "InvalidDBSnapshotState", typeof(InvalidDBSnapshotStateException) },
        { "StartDBInstance", 400, "InvalidSubnet", typeof(InvalidSubnetException) },
        { "StartDBInstance", 400, "InvalidVPCNetworkStateFault", typeof(InvalidVPCNetworkStateException) },
        { "StartDBInstance", 400, "KMSKeyNotAccessibleFault", typeof(KMSKeyNotAccessibleException) },
        { "StopDBInstance", 400, "SnapshotQuotaExceeded", typeof(SnapshotQuotaExceededException) },
        { "AddTagsToResource", 404, "TenantDatabaseNotFound", typeof(TenantDatabaseNotFoundException) },
        { "StartDBInstance", 400, "VpcEncryptionControlViolationException", typeof(VpcEncryptionControlViolationException) },
        { "StopDBInstance", 403, "AccessDenied", typeof(AmazonRDSException) },
        { "StopDBInstance", 400, "Throttling", typeof(AmazonRDSException) },
        { "StopDBInstance", 400, "DBInstanceNotFoundFault", typeof(AmazonRDSException) },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_error_code_has_its_exception(string action, int status, string code, Type expected)
    {
        var service = QueryClients.Failing(status, code);

        var thrown = await ThrownAsync(service, action);

        Assert.IsType(expected, thrown);
        Assert.Equal((code, "why", "q-1", (HttpStatusCode)status), (thrown.ErrorCode, thrown.Message, thrown.RequestId, thrown.StatusCode));
        Assert.Equal(ErrorType.Sender, thrown.ErrorType);
        Assert.Single(service.Requests);
    }


    [Theory]
    [InlineData(500, "")]
    [InlineData(503, "<html><br>Service Unavailable</html>")]
    [InlineData(400, "no service here")]
    public async Task An_answer_without_a_code_is_still_a_service_error(int status, string body)
    {
        var thrown = await ThrownAsync(new FakeService((HttpStatusCode)status, Encoding.UTF8.GetBytes(body)), "StopDBInstance");

        Assert.IsType<AmazonRDSException>(thrown);
        Assert.Equal((HttpStatusCode)status, thrown.StatusCode);
        Assert.Null(thrown.ErrorCode);
        Assert.Contains(body, thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<AmazonRDSException> ThrownAsync(FakeService service, string action)
    {
        using var client = QueryClients.Rds(service);
        return await Assert.ThrowsAnyAsync<AmazonRDSException>(() => RdsCalls.All[action](client));
    }
}
