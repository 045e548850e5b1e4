using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class DryRunTests
{
    private static readonly string[] Reads = ["Describe", "Get", "Query", "Scan", "List", "Invoke", "Publish"];

    [Theory]
    [InlineData("True")]
    [InlineData("no idea")]
    public async Task With_the_setting_everything_is_told_and_nothing_is_done(string setting)
    {
        await using var world = World();
        world.Stage.PutSetting("DRY_RUN", setting);
        var instance = world.Add(SchedulerWorld.IdOf(1));
        var database = world.AddDatabase("orders", status: "available");

        await world.TickAsync("09:00");
        await world.TickAsync("18:00");

        Assert.Equal((PowerState.Stopped, "available"), (instance.State, database.Status));
        Assert.Empty(Mutations(world));
        Assert.Empty(world.ItemsOf("ec2"));
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "DryRunFinished" && line.GetProperty("starts").GetInt32() == 1);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "DryRunFinished" && line.GetProperty("stops").GetInt32() == 1);
    }

    [Theory]
    [InlineData("\"dry_run\":true,", "")]
    [InlineData("", "\"dry_run\":true,")]
    [InlineData("", "\"dry_run\":\"yes\",")]
    public async Task An_event_that_asks_for_a_dry_run_announces_what_the_real_one_does(string onEvent, string inConfiguration)
    {
        await using var world = World();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        world.PutSchedule("sized", "\"description\":{\"S\":\"x\"}", "office@c5.large");
        world.Add(SchedulerWorld.IdOf(2), "sized");

        var announced = await world.InvokeAsync(Run(onEvent, inConfiguration));
        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Empty(Mutations(world));
        var done = await world.InvokeAsync(Run("", ""));

        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Equal(done, announced);
        Assert.Contains("c5.large", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_that_asks_for_a_dry_run_hands_it_on()
    {
        await using var world = World();
        world.Add(SchedulerWorld.IdOf(1));
        await world.InvokeAsync($$"""
            {"detail-type":"Scheduled Event","source":"aws.events","account":"123456789012","time":"2026-11-23T01:00:00Z","dry_run":true,
             "resources":["arn:aws-cn:events:cn-north-1:123456789012:rule/{{world.Stage.Rule.PhysicalId}}"]}
            """);
        await world.Stage.Aws.Functions.IdleAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(Mutations(world));
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "DryRunFinished");
    }

    private static SchedulerWorld World()
    {
        var world = new SchedulerWorld();
        world.UseAllServices(""","started_tags":{"S":"state=on"},"stopped_tags":{"S":"state=off"}""", snapshots: true);
        return world;
    }

    private static IEnumerable<string> Mutations(SchedulerWorld world) => world.Stage.Aws.Calls.Select(call => call.Operation)
        .Where(operation => !Array.Exists(Reads, read => operation.StartsWith(read, StringComparison.Ordinal)));

    private static string Run(string onEvent, string inConfiguration) => $$"""
        {"action":"scheduler:run","dispatch_time":"2026-11-23T01:00:00Z",{{onEvent}}
         "configuration":{ {{inConfiguration}}"tag_name":"Schedule","default_timezone":"Asia/Shanghai","regions":["cn-north-1"],"scheduled_services":["ec2"]} }
        """;
}
