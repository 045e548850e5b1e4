using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;

namespace InstanceScheduler.Aws.Tests.StateTable;

public sealed class StateTableClientTests : StateTest
{
    [Fact]
    public async Task Items_of_older_versions_are_read_and_kept()
    {
        Put($$$"""
            {"service":{"S":"ec2"},"account-region":{"S":"{{{Key}}}"},"timestamp":{"N":"1795390000"},"purge_in_next_cleanup":{"SS":["i-0000000b"]},
             "i-0000000a":{"S":"running"},"i-0000000b":{"S":"stopped"},"i-0000000c":{"S":"retain-running"},"i-0000000d":{"S":"any"},
             "i-0000000e":{"S":"stopped_for_resize"},"i-0000000f":{"S":"of a later version"}}
            """);
        var states = await LoadAsync("01:00");

        Assert.False(states.IsStale);
        Assert.Equal(StoredState.Running, states.StoredOf("i-0000000a"));
        Assert.Equal(StoredState.Stopped, states.StoredOf("i-0000000b"));
        Assert.Equal(StoredState.RetainRunning, states.StoredOf("i-0000000c"));
        Assert.Equal(StoredState.Any, states.StoredOf("i-0000000d"));
        Assert.Equal(StoredState.StoppedForResize, states.StoredOf("i-0000000e"));
        Assert.Equal(StoredState.Unknown, states.StoredOf("i-0000000f"));
        Assert.Equal(StoredState.Unknown, states.StoredOf("i-0000aaaa"));

        states.Store("i-0000000a", StoredState.Stopped);
        await states.SaveAsync(Deadline);
        Assert.Equal("stopped", Stored("i-0000000a"));
        Assert.Equal("of a later version", Stored("i-0000000f"));
        Assert.Equal(["i-0000000b"], Marks(), StringComparer.Ordinal);
        Assert.Equal(1795395600m, Item(Key)![StateAttributes.Timestamp].Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","timestamp":{"S":"1795390000"}""")] // typed by hand
    [InlineData(""","timestamp":{"NULL":true}""")]
    public async Task An_item_without_a_timestamp_can_be_written(string timestamp)
    {
        Put($$$"""{"service":{"S":"ec2"},"account-region":{"S":"{{{Key}}}"},"i-0000000a":{"S":"running"}{{{timestamp}}} }""");
        var states = await LoadAsync("01:00");

        states.Store("i-0000000a", StoredState.Stopped);
        await states.SaveAsync(Deadline);

        Assert.Equal("stopped", Stored("i-0000000a"));
        Assert.True((await LoadAsync("00:55", "run2")).IsStale);
    }

    [Theory]
    [InlineData($"{Key}0")] // the region cn-north-10
    [InlineData($"{Key}0#pending")]
    [InlineData($"{Key}0#1")]
    [InlineData($"{Key}#one")]
    [InlineData($"{Key}#")]
    [InlineData($"{Key}#pending-x")]
    [InlineData($"{Key}#mw-0123456789abcdef0")]
    public async Task What_only_begins_alike_is_not_of_the_target(string range)
    {
        Put($$$"""{"service":{"S":"ec2"},"account-region":{"S":"{{{range}}}"},"timestamp":{"N":"1999999999"},"i-0000000a":{"S":"running"}}""");

        var states = await LoadAsync("01:00");

        Assert.False(states.IsStale);
        Assert.Equal(StoredState.Unknown, states.StoredOf("i-0000000a"));
        Assert.Null(states.IntentOf("i-0000000a"));
        states.Store("i-0000000a", StoredState.Stopped);
        await states.SaveAsync(Deadline);
        Assert.Equal("running", Stored("i-0000000a", range));
    }

    [Fact]
    public async Task Services_accounts_and_regions_are_kept_apart()
    {
        foreach (var target in (Target[])[Target, Target with { Service = "rds" }, Target with { Account = "210987654321" }, Target with { Region = "cn-northwest-1" }])
        {
            var states = await LoadAsync("01:00", target: target);
            Assert.Equal(StoredState.Unknown, states.StoredOf("a"));
            states.Store("a", StoredState.Running);
            await states.SaveAsync(Deadline);
        }

        Assert.Equal(4, Items.Count);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        var padding = new string('x', 300_000);
        for (var number = 0; number < 8; number++)
            Put($$$"""{"service":{"S":"ec2"},"account-region":{"S":"{{{Key}}}{{{(number == 0 ? "" : $"#{number}")}}}"},"timestamp":{"N":"1"},"i-0000000{{{number}}}":{"S":"running"},"padding{{{number}}}":{"S":"{{{padding}}}"}}""");

        var states = await LoadAsync("01:00");

        Assert.All(Enumerable.Range(0, 8), number => Assert.Equal(StoredState.Running, states.StoredOf($"i-0000000{number}")));
        Assert.InRange(Aws.Calls.Count("dynamodb", "Query"), 2, 8);
    }

    [Fact]
    public async Task Reading_is_one_strongly_consistent_query()
    {
        var bodies = new List<string>();
        Aws.Faults.BeforeCall = call =>
        {
            bodies.Add($"{call.Operation} {System.Text.Encoding.UTF8.GetString(call.Body.Span)}");
            return ValueTask.CompletedTask;
        };

        await LoadAsync("01:00");

        var body = Assert.Single(bodies);
        Assert.StartsWith("Query", body, StringComparison.Ordinal);
        Assert.Contains("\"ConsistentRead\":true", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service", true)]
    [InlineData("account-region", true)]
    [InlineData("timestamp", true)]
    [InlineData("purge_in_next_cleanup", true)]
    [InlineData("checked", true)]
    [InlineData("Timestamp", false)]
    [InlineData("i-00000000000000001", false)]
    [InlineData("services", false)]
    public void A_name_is_reserved(string id, bool isReserved) => Assert.Equal(isReserved, InstanceStates.IsReserved(id));
}
