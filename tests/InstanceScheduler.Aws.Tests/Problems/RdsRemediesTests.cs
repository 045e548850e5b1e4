using System.Net;
using Amazon.EC2;
using Amazon.RDS;
using Amazon.Runtime;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Tests.Problems;

public sealed class RdsRemediesTests
{
    private const string User = "User: arn:aws-cn:sts::123456789012:assumed-role/scheduler/rds-scheduler-123456789012 is not authorized to perform:";

    [Theory]
    [InlineData("StopDBInstance", $"{User} rds:StopDBInstance on resource: arn:aws-cn:rds:cn-north-1:123456789012:db:orders because no identity-based policy allows it",
        "allow rds:StopDBInstance on arn:aws-cn:rds:cn-north-1:123456789012:db:orders for the scheduler's role")]
    [InlineData("StopDBInstance", $"{User} rds:StopDBInstance on resource: arn:aws-cn:rds:cn-north-1:123456789012:snapshot:hub-stopped-orders",
        "allow rds:StopDBInstance on arn:aws-cn:rds:cn-north-1:123456789012:snapshot:hub-stopped-orders for the scheduler's role, or switch create_rds_snapshot off")]
    [InlineData("StopDBInstance", $"{User} rds:CreateDBSnapshot on resource: arn:aws-cn:rds:cn-north-1:123456789012:db:orders.",
        "allow rds:CreateDBSnapshot on arn:aws-cn:rds:cn-north-1:123456789012:db:orders for the scheduler's role, or switch create_rds_snapshot off")]
    [InlineData("StartDBInstance", "Access is denied.", "allow rds:StartDBInstance for the scheduler's role")]
    [InlineData("DescribeDBClusters", "Access is denied.", "allow rds:DescribeDBClusters for the scheduler's role, or switch schedule_clusters off")]
    public void What_to_allow_is_what_AWS_named(string operation, string message, string remedy) =>
        Assert.Equal(remedy, RdsRemedies.For(operation, Error("AccessDenied", message)));

    [Theory]
    [InlineData("The specified KMS key [arn:aws-cn:kms:cn-north-1:123456789012:key/12-ab] does not exist.", "the KMS key arn:aws-cn:kms:cn-north-1:123456789012:key/12-ab,")]
    [InlineData("The specified KMS key [null] does not exist.", "the KMS key that encrypts it,")]
    public void The_key_is_named_where_AWS_names_it(string message, string expected) =>
        Assert.Contains(expected, RdsRemedies.For("StartDBInstance", Error("KMSKeyNotAccessibleFault", message)), StringComparison.Ordinal);

    [Fact]
    public void Errors_of_others_and_unknown_ones_have_no_remedy_here()
    {
        Assert.Null(RdsRemedies.For("StartInstances", new AmazonEC2Exception("No.", ErrorType.Unknown, "AccessDenied", "r", HttpStatusCode.Forbidden)));
        Assert.Null(RdsRemedies.For("StartDBInstance", Error("NeverHeardOf", "No.")));
        Assert.Null(RdsRemedies.For("StartDBInstance", new InvalidOperationException("Ours.")));
    }

    [Fact]
    public void Where_RDS_has_no_word_of_its_own_the_common_ones_hold() =>
        Assert.Equal("the next tick continues", AwsProblem.Of("StartDBInstance", Error("Throttling", "Rate exceeded"), ["db"]).Remedy);

    private static AmazonRDSException Error(string code, string message) => new(message, ErrorType.Unknown, code, "r", HttpStatusCode.BadRequest);
}
