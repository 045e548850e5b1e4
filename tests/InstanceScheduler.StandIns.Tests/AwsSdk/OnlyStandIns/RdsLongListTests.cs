using System.Text;
using Amazon.RDS.Model;

namespace InstanceScheduler.StandIns.Tests.AwsSdk.OnlyStandIns;

public sealed class RdsLongListTests
{
    [Fact]
    public async Task A_long_list_costs_what_its_items_cost()
    {
        await ReadAsync(10);

        var (few, _) = await ReadAsync(1_000);
        var (many, size) = await ReadAsync(10_000);

        Assert.InRange(many, few, 12 * few);
        Assert.True(many < size, $"{many:N0} bytes were allocated for an answer of {size:N0}: more than the members that are kept.");
    }

    /// <summary>Bytes allocated for reading, and the bytes of the answer.</summary>
    private static async Task<(long Allocated, long Size)> ReadAsync(int count)
    {
        var body = Answer(count);
        using var client = QueryClients.Rds(new FakeService(body: body));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var answer = await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest());
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(count, answer.DBInstances!.Count);
        Assert.Equal($"db-{count}", answer.DBInstances[^1].DBInstanceIdentifier);
        Assert.Equal("next", answer.Marker);
        return (allocated, body.Length);
    }

    private static byte[] Answer(int count)
    {
        var unread = string.Concat(Enumerable.Range(0, 20).Select(i => $"<Unread{i}><Name>name-{i}</Name><State>ok</State></Unread{i}>"));
        var list = new StringBuilder("<DBInstances>");
        for (var i = 1; i <= count; i++)
        {
            list.Append("<DBInstance>").Append(unread)
                .Append($"<DBInstanceIdentifier>db-{i}</DBInstanceIdentifier><Engine>mysql</Engine><MultiAZ>false</MultiAZ>")
                .Append("<TagList><Tag><Key>Schedule</Key><Value>office-hours</Value></Tag></TagList></DBInstance>");
        }

        return QueryXml.Answer("DescribeDBInstances", list.Append("</DBInstances><Marker>next</Marker>").ToString());
    }
}
