using System.Text;
using Amazon.RDS.Model;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class RdsRequestTests
{
    private const string Filters =
        """
        Filters.Filter.1.Name=engine
        Filters.Filter.1.Values.Value.1=mysql
        Filters.Filter.1.Values.Value.2=postgres
        Filters.Filter.2.Name=db-instance-id
        Filters.Filter.2.Values.Value.1=db-1
        """;

    /// <summary>The fields besides Action and Version.</summary>
    public static TheoryData<string, string> Rows => new()
    {
        {
            "AddTagsToResource",
            """
            ResourceName=arn:aws-cn:rds:cn-north-1:123456789012:db:db-1
            Tags.Tag.1.Key=started
            Tags.Tag.1.Value=开 & 关
            Tags.Tag.2.Key=empty
            Tags.Tag.2.Value=
            """
        },
        { "DeleteDBSnapshot", "DBSnapshotIdentifier=stack-stopped-db-1" },
        { "DescribeDBClusters", $"DBClusterIdentifier=cl-1\n{Filters}\nIncludeShared=false\nMarker=m-2\nMaxRecords=100" },
        { "DescribeDBInstances", $"DBInstanceIdentifier=db-1\n{Filters}\nMarker=m-2\nMaxRecords=100" },
        {
            "DescribeDBSnapshots",
            $"DBInstanceIdentifier=db-1\nDBSnapshotIdentifier=stack-stopped-db-1\n{Filters}\nMarker=m-2\nMaxRecords=20\nSnapshotType=manual"
        },
        {
            "RemoveTagsFromResource",
            """
            ResourceName=arn:aws-cn:rds:cn-north-1:123456789012:db:db-1
            TagKeys.member.1=started
            TagKeys.member.2=stopped
            """
        },
        { "StartDBCluster", "DBClusterIdentifier=cl-1" },
        { "StartDBInstance", "DBInstanceIdentifier=db-1" },
        { "StopDBCluster", "DBClusterIdentifier=cl-1" },
        { "StopDBInstance", "DBInstanceIdentifier=db-1\nDBSnapshotIdentifier=stack-stopped-db-1" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_field_goes_out_under_its_wire_name(string action, string fields)
    {
        var sent = await SentAsync(action);

        var expected = fields.Split('\n').Append($"Action={action}").Append("Version=2014-10-31").Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', expected), Form.Text(sent));
    }

    [Theory]
    [MemberData(nameof(RdsCalls.Names), MemberType = typeof(RdsCalls))]
    public async Task A_call_is_a_signed_form(string action)
    {
        var sent = await SentAsync(action);

        Assert.Equal(("POST", "https://rds.cn-north-1.amazonaws.com.cn/"), (sent.Method, sent.Address.AbsoluteUri));
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", sent.Headers["Content-Type"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/cn-north-1/rds/aws4_request, ", sent.Headers["Authorization"]);
        Assert.False(sent.Headers.ContainsKey("X-Amz-Security-Token"));
    }

    [Fact]
    public async Task The_bytes_are_those_of_the_official_clients()
    {
        var sent = await SentAsync("AddTagsToResource");

        Assert.Equal(
            "Action=AddTagsToResource&ResourceName=arn%3Aaws-cn%3Ards%3Acn-north-1%3A123456789012%3Adb%3Adb-1"
            + "&Tags.Tag.1.Key=started&Tags.Tag.1.Value=%E5%BC%80%20%26%20%E5%85%B3&Tags.Tag.2.Key=empty&Tags.Tag.2.Value="
            + "&Version=2014-10-31",
            Encoding.ASCII.GetString(sent.Body));
    }

    [Fact]
    public async Task What_is_not_set_is_left_out()
    {
        var service = Accepting("DescribeDBClusters");
        using var client = QueryClients.Rds(service);

        await client.DescribeDBClustersAsync(new DescribeDBClustersRequest());

        Assert.Equal("Action=DescribeDBClusters\nVersion=2014-10-31", Form.Text(service.Requests.Single()));
    }

    [Fact]
    public async Task An_empty_list_is_said()
    {
        var service = Accepting("DescribeDBInstances");
        using var client = QueryClients.Rds(service);

        await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { Filters = [] });
        await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { Filters = [new Filter { Name = "engine", Values = [] }] });

        Assert.Equal(
            [
                "Action=DescribeDBInstances\nFilters=\nVersion=2014-10-31",
                "Action=DescribeDBInstances\nFilters.Filter.1.Name=engine\nFilters.Filter.1.Values=\nVersion=2014-10-31",
            ],
            service.Requests.Select(Form.Text));
    }

    private static async Task<WireRequest> SentAsync(string action)
    {
        var service = Accepting(action);
        using var client = QueryClients.Rds(service);
        await RdsCalls.All[action](client);
        return service.Requests.Single();
    }

    private static FakeService Accepting(string action) => new(body: QueryXml.Answer(action, ""));
}
