using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.StateTable;
using static InstanceScheduler.Aws.Tests.Problems.Causes;

namespace InstanceScheduler.Aws.Tests.Health;

public sealed class HealthTableTests : StateTable.StateTest
{
    private static readonly HealthSource Source = HealthSource.Of(Target);

    private HealthTable Health => new(Clients.DynamoDb, TableName, Retry);

    [Fact]
    public async Task What_is_written_is_read()
    {
        var health = new TargetHealth(At("01:00"), "arn:t", new RunCounts(10, 4, 3, 2), From(
            new Problem("Denied", "not allowed", ["i-2", "i-1"], "allow it") { Severity = ProblemSeverity.Error },
            Warning("Nothing")));

        await Health.WriteAsync(Source, health, Deadline);
        var read = (await Health.ReadAsync(Source, Deadline))!;

        Assert.Equal((health.Updated, health.Topic, health.Counts), (read.Updated, read.Topic, read.Counts));
        AssertSame(health.Causes, read.Causes);
    }

    [Fact]
    public async Task An_item_can_be_read_in_the_console()
    {
        await Health.WriteAsync(Source, new TargetHealth(At("01:00"), "arn:t", new RunCounts(10, 4, 3, 2), From(Error("Denied", "i-1"))), Deadline);

        var item = Assert.Single(Items);
        Assert.Equal("health", item[StateAttributes.Service].Text);
        Assert.Equal("ec2:123456789012:cn-north-1", item[StateAttributes.AccountRegion].Text);
        Assert.Equal("2026-11-23T01:00:00Z", item["updated"].Text);
        Assert.Equal([10, 4, 3, 2], new[] { "managed", "running", "started", "stopped" }.Select(name => (int)item[name].Number));
        Assert.Equal(
            """{"M":{"code":{"S":"Denied"},"message":{"S":"Denied came up"},"severity":{"S":"Error"},"count":{"N":"1"},"ids":{"SS":["i-1"]}}}""",
            Assert.Single(item["causes"].Elements).ToString());
    }

    [Fact]
    public async Task Targets_and_the_tick_have_items_of_their_own()
    {
        foreach (var source in (HealthSource[])[Source, HealthSource.Tick, HealthSource.Of(Target with { Service = "rds" }), HealthSource.Of(Target with { Region = "cn-northwest-1" })])
        {
            Assert.Null(await Health.ReadAsync(source, Deadline));
            await Health.WriteAsync(source, new TargetHealth(At("01:00"), null, default, []), Deadline);
            Assert.Empty((await Health.ReadAsync(source, Deadline))!.Causes);
        }

        Assert.Equal(4, Items.Count);
    }

    [Fact]
    public async Task State_and_health_do_not_see_each_other()
    {
        await Health.WriteAsync(Source, new TargetHealth(At("03:00"), null, default, From(Error("Denied", "i-1"))), Deadline);

        var states = await LoadAsync("01:00");

        Assert.False(states.IsStale);
        Assert.Equal(Core.Decisions.StoredState.Unknown, states.StoredOf("updated"));
    }

    [Theory]
    [InlineData("""{}""", null)]
    [InlineData("""{"updated":{"S":"yesterday"},"causes":{"L":[{"M":{"code":{"S":"A"},"message":{"S":"m"}}}]}}""", null)]
    [InlineData("""{"updated":{"N":"1"}}""", null)]
    [InlineData("""{"updated":{"S":"2026-11-23T01:00:00Z"}}""", "")]
    [InlineData("""{"updated":{"S":"2026-11-23T01:00:00Z"},"causes":{"S":"none"},"managed":{"S":"many"}}""", "")]
    [InlineData("""{"updated":{"S":"2026-11-23T01:00:00Z"},"causes":{"L":[{"S":"x"},{"M":{}},{"M":{"code":{"S":"A"},"message":{"S":"m"},"count":{"N":"2"},"ids":{"SS":["b","a"]}}}]}}""", "Warning A m 2 a b")]
    public async Task What_people_wrote_is_read_as_far_as_it_goes(string attributes, string? causes)
    {
        Put(attributes.Insert(1, $$"""
            "service":{"S":"health"},"account-region":{"S":"{{Source.Key}}"}{{(attributes == "{}" ? "" : ",")}}
            """));

        var health = await Health.ReadAsync(Source, Deadline);

        Assert.Equal(causes, health is null ? null : string.Join(';', health.Causes.Select(cause => $"{cause.Severity} {cause.Code} {cause.Message} {cause.Count} {string.Join(' ', cause.Ids)}")));
    }

    [Fact]
    public async Task Reading_is_strongly_consistent()
    {
        var bodies = new List<string>();
        Aws.Faults.BeforeCall = call =>
        {
            bodies.Add($"{call.Operation} {System.Text.Encoding.UTF8.GetString(call.Body.Span)}");
            return ValueTask.CompletedTask;
        };

        await Health.ReadAsync(Source, Deadline);

        var body = Assert.Single(bodies);
        Assert.StartsWith("GetItem", body, StringComparison.Ordinal);
        Assert.Contains("\"ConsistentRead\":true", body, StringComparison.Ordinal);
    }
}
