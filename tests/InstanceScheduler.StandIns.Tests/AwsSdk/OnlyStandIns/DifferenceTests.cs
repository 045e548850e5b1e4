using System.Text;
using System.Xml;
using Amazon.RDS.Model;
using Amazon.SimpleNotificationService.Model;

namespace InstanceScheduler.StandIns.Tests.AwsSdk.OnlyStandIns;

/// <summary>Where a stand-in is known to do otherwise than the official client.</summary>
public sealed class DifferenceTests
{
    [Fact]
    public async Task A_page_of_something_else_is_an_error_and_not_an_empty_list()
    {
        var service = new FakeService(body: Encoding.UTF8.GetBytes("<html><body>Please log in</body></html>"));
        using var client = QueryClients.Rds(service);

        var thrown = await Assert.ThrowsAsync<XmlException>(() => client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest()));

        Assert.Equal("The answer to DescribeDBInstances is a <html>, not a <DescribeDBInstancesResponse>.", thrown.Message);
    }

    [Fact]
    public async Task A_code_has_its_exception_also_where_the_operation_does_not_declare_it()
    {
        using var rds = QueryClients.Rds(QueryClients.Failing(404, "DBInstanceNotFound"));
        using var sns = QueryClients.Sns(QueryClients.Failing(429, "Throttled"));

        await Assert.ThrowsAsync<DBInstanceNotFoundException>(() => rds.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest()));
        await Assert.ThrowsAsync<ThrottledException>(() => sns.PublishAsync(new PublishRequest()));
    }
}
