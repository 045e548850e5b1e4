using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public sealed class RdsSnapshotTests : RdsTest
{
    private const string Id = "DBSnapshotIdentifier";

    [Fact]
    public async Task A_stop_takes_a_snapshot_that_is_complete_before_it_ends()
    {
        var database = Rds.Add(new LocalDatabase { Id = "a", Engine = "postgres", KmsKeyId = "key" });

        await StopDb("a", "Stack-Stopped-A");
        var creating = await Call("DescribeDBSnapshots", (Id, "STACK-stopped-a"));
        Time.AdvanceBy(TimeSpan.FromMinutes(5));
        var available = await Call("DescribeDBSnapshots");

        Assert.Equal(
            ("stack-stopped-a", "a", "creating", "manual", "0", null),
            (creating[Id], creating["DBInstanceIdentifier"], creating["Status"], creating["SnapshotType"], creating["PercentProgress"],
                creating["SnapshotCreateTime"]));
        Assert.Equal(
            ("available", "2026-11-23T01:05:00.000Z", "postgres", "true", Arn("snapshot:stack-stopped-a")),
            (available["Status"], available["SnapshotCreateTime"], available["Engine"], available["Encrypted"],
                available["DBSnapshotArn"]));
        Assert.Equal("stopping", database.Status);
        Time.AdvanceBy(TimeSpan.FromMinutes(1));
        Assert.Equal("stopped", database.Status);
    }

    [Theory]
    [InlineData("snap", "DBSnapshotAlreadyExists")]
    [InlineData("SNAP", "DBSnapshotAlreadyExists")]
    [InlineData("1snap", "InvalidParameterValue")]
    [InlineData("-snap", "InvalidParameterValue")]
    [InlineData("snap-", "InvalidParameterValue")]
    [InlineData("sn--ap", "InvalidParameterValue")]
    [InlineData("sn_ap", "InvalidParameterValue")]
    [InlineData("rds:snap", "InvalidParameterValue")]
    [InlineData("snäp", "InvalidParameterValue")]
    [InlineData("*255", null)]
    [InlineData("*256", "InvalidParameterValue")]
    [InlineData("another", null)]
    public async Task A_snapshot_id_is(string id, string? expected)
    {
        var database = Add("a");
        Rds.Add(new LocalSnapshot { Id = "snap", DatabaseId = "gone" });
        var full = id.StartsWith('*') ? new string('s', int.Parse(id[1..])) : id;

        Assert.Equal(expected, (await StopDb("a", full)).Error);

        Assert.Equal(expected is null ? "stopping" : "available", database.Status);
        Assert.Equal(expected is null ? 2 : 1, Rds.Snapshots().Length);
    }

    [Fact]
    public async Task Manual_snapshots_have_a_quota()
    {
        Add("a");
        Rds.Add(new LocalSnapshot { Id = "rds:a-2026-11-22", DatabaseId = "a", IsAutomated = true });
        Rds.Add(new LocalSnapshot { Id = "one", DatabaseId = "a" });
        Rds.SetSnapshotQuota(Hub, Beijing, 1);

        var refused = await StopDb("a", "two");
        Rds.SetSnapshotQuota(Hub, Beijing, 2);

        Assert.Equal(("SnapshotQuotaExceeded", "Cannot create more than 1 manual snapshots"), (refused.Error, refused.Message));
        Assert.Null((await StopDb("a", "two")).Error);
    }

    [Theory]
    [InlineData("", "", "four one rds:a-2026 two")]
    [InlineData("DBInstanceIdentifier", "A", "one rds:a-2026")]
    [InlineData("SnapshotType", "automated", "rds:a-2026")]
    [InlineData("SnapshotType", "manual", "four one two")]
    [InlineData("SnapshotType", "shared", "")]
    [InlineData(Id, "TWO", "two")]
    public async Task Snapshots_are_listed(string name, string value, string expected)
    {
        Rds.Add(new LocalSnapshot { Id = "two", DatabaseId = "b" });
        Rds.Add(new LocalSnapshot { Id = "one", DatabaseId = "a" });
        Rds.Add(new LocalSnapshot { Id = "four", DatabaseId = "b" });
        Rds.Add(new LocalSnapshot { Id = "rds:a-2026", DatabaseId = "a", IsAutomated = true });
        Rds.Add(new LocalSnapshot { Id = "three", DatabaseId = "b", Region = Ningxia });

        var answer = await Call("DescribeDBSnapshots", name.Length == 0 ? [] : [(name, value)]);

        Assert.Equal(expected, string.Join(' ', answer.Succeeded.Each("DBSnapshot", Id)));
    }

    [Fact]
    public async Task Listings_have_pages_and_filters()
    {
        for (var i = 0; i < 25; i++)
        {
            Rds.Add(new LocalSnapshot { Id = $"s{i:d2}", DatabaseId = i < 3 ? "a" : "b" });
        }

        var first = await Call("DescribeDBSnapshots", ("MaxRecords", "20"));
        await Call("DeleteDBSnapshot", (Id, "s19"));
        var second = await Call("DescribeDBSnapshots", ("MaxRecords", "20"), ("Marker", first["Marker"]!));
        var filtered = await Call(
            "DescribeDBSnapshots", ("Filters.Filter.1.Name", "db-instance-id"), ("Filters.Filter.1.Values.Value.1", "a"));

        Assert.Equal("s20 s21 s22 s23 s24", string.Join(' ', second.Each("DBSnapshot", Id)));
        Assert.Null(second["Marker"]);
        Assert.Equal(3, filtered.Each("DBSnapshot", Id).Length);
    }

    [Theory]
    [InlineData("manual", 200, null)]
    [InlineData("MANUAL", 200, null)]
    [InlineData("rds:auto", 400, "InvalidDBSnapshotState")]
    [InlineData("creating", 400, "InvalidDBSnapshotState")]
    [InlineData("unknown", 404, "DBSnapshotNotFound")]
    public async Task A_snapshot_is_deleted(string id, int status, string? expected)
    {
        Rds.Add(new LocalSnapshot { Id = "manual", DatabaseId = "a" });
        Rds.Add(new LocalSnapshot { Id = "rds:auto", DatabaseId = "a", IsAutomated = true });
        Rds.Add(new LocalSnapshot { Id = "creating", DatabaseId = "a", AvailableFrom = Start + TimeSpan.FromMinutes(1) });

        var answer = await Call("DeleteDBSnapshot", (Id, id));

        Assert.Equal((status, expected), (answer.Status, answer.Error));
        Assert.Equal(expected is null ? 2 : 3, Rds.Snapshots().Length);
        if (expected is null)
        {
            Assert.Equal(("manual", "deleted"), (answer[Id], answer["Status"]));
            Assert.Equal("DBSnapshotNotFound", (await Call("DescribeDBSnapshots", (Id, id))).Error);
        }
    }

    [Fact]
    public async Task An_old_snapshot_gives_way_to_a_new_one()
    {
        var database = Add("a");
        await StopDb("a", "snap");
        Time.AdvanceBy(TimeSpan.FromHours(1));
        await StartDb("a");
        Time.AdvanceBy(TimeSpan.FromHours(1));

        Assert.Equal("DBSnapshotAlreadyExists", (await StopDb("a", "snap")).Error);
        Assert.Null((await Call("DeleteDBSnapshot", (Id, "snap"))).Error);
        Assert.Null((await StopDb("a", "snap")).Error);
        Assert.Equal("stopping", database.Status);
    }

    [Fact]
    public async Task Roles_may_lack_what_snapshots_need()
    {
        Rds.Add(new LocalSnapshot { Id = "snap", DatabaseId = "a" });
        Rds.Deny(Hub, Beijing, "rds:DeleteDBSnapshot");
        Rds.Deny(Hub, Beijing, "rds:DescribeDBSnapshots");

        Assert.Contains(Arn("snapshot:snap"), (await Call("DeleteDBSnapshot", (Id, "snap"))).Message, StringComparison.Ordinal);
        Assert.Contains(Arn("snapshot:*"), (await Call("DescribeDBSnapshots")).Message, StringComparison.Ordinal);
    }
}
