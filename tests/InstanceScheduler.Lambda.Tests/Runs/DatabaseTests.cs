using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class DatabaseTests
{
    [Fact]
    public async Task A_database_follows_its_schedule_and_leaves_a_snapshot_when_asked()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(snapshots: true);
        var database = world.AddDatabase("orders");

        await world.TickAsync("09:00");
        Assert.Equal("starting", database.Status);
        await world.TickAsync("09:10");
        Assert.Equal("available", database.Status);
        Assert.Null(world.StoredOf("orders", "#pending", "rds"));
        await world.TickAsync("18:00");
        Assert.Equal("stopping", database.Status);
        await world.TickAsync("18:10");

        Assert.Equal("stopped", database.Status);
        Assert.Equal("stopped", world.StoredOf("orders", service: "rds"));
        Assert.Equal("instancescheduler-stopped-orders", Assert.Single(world.Rds.Snapshots()).Id);
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task Every_stop_replaces_the_snapshot_of_the_last()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(snapshots: true);
        world.AddDatabase("orders");
        foreach (var day in new[] { "2026-11-23", "2026-11-24" })
        {
            await world.TickAsync("09:00", day);
            await world.TickAsync("09:15", day);
            await world.TickAsync("18:00", day);
            await world.TickAsync("18:15", day);
        }

        Assert.Single(world.Rds.Snapshots());
        Assert.Equal(2, world.Stage.Aws.Calls.Count("rds", "StopDBInstance"));
        Assert.Equal(1, world.Stage.Aws.Calls.Count("rds", "DeleteDBSnapshot"));
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_cluster_takes_its_members_along()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        var cluster = world.Rds.Add(new LocalCluster
        {
            Id = "shop",
            InitialStatus = "stopped",
            Tags = SchedulerWorld.TagsOf("cn-office-hours"),
            Members = [new LocalDatabase { Id = "shop-1" }, new LocalDatabase { Id = "shop-2" }],
        });

        await world.TickAsync("09:00");
        await world.TickAsync("09:15");
        Assert.All(cluster.Members.Select(member => member.Status).Append(cluster.Status), status => Assert.Equal("available", status));
        await world.TickAsync("18:00");
        await world.TickAsync("18:15");

        Assert.Equal("stopped", cluster.Status);
        Assert.Empty(world.Rds.Snapshots());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"stop_new_instances\":{\"BOOL\":false},")]
    [InlineData("\"retain_running\":{\"BOOL\":true},")]
    public async Task A_database_that_aws_restarts_after_seven_days_is_stopped_again(string option)
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("off", option + "\"override_status\":{\"S\":\"stopped\"}");
        var database = world.AddDatabase("archive", "off");

        await world.TickAsync("09:00");
        await world.TickAsync("09:00", "2026-11-29");
        Assert.Equal("stopped", database.Status);
        await world.TickAsync("08:05", "2026-11-30");
        Assert.Equal("starting", database.Status);
        await world.TickAsync("08:10", "2026-11-30");
        await world.TickAsync("08:20", "2026-11-30");

        Assert.Equal("stopped", database.Status);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "RestartedByAws");
        // And seven days later again.
        await world.TickAsync("08:20", "2026-12-07");
        await world.TickAsync("08:35", "2026-12-07");
        await world.TickAsync("08:50", "2026-12-07");
        Assert.Equal("stopped", database.Status);
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_stop_after_a_restart_that_is_refused_is_tried_again()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("off", "\"override_status\":{\"S\":\"stopped\"}");
        var database = world.AddDatabase("archive", "off");
        await world.TickAsync("09:00");
        database.StopRefusal = "InvalidDBInstanceState";
        await world.TickAsync("08:10", "2026-11-30");
        await world.TickAsync("08:15", "2026-11-30");
        Assert.Equal("available", database.Status);
        database.StopRefusal = null;

        await world.TickAsync("08:20", "2026-11-30");

        Assert.Equal("stopping", database.Status);
    }

    [Fact]
    public async Task A_restart_inside_a_period_is_no_start_by_a_person()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("mondays", "\"retain_running\":{\"BOOL\":true}", "mondays");
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"mondays"},"begintime":{"S":"08:15"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon"]}}""");
        var database = world.AddDatabase("weekly", "mondays", "available");
        await world.TickAsync("08:00");
        // Stopped from 08:06 on; AWS starts it a week later at 08:06, nine minutes before its period.
        await world.TickAsync("08:05", "2026-11-24");
        await world.TickAsync("08:10", "2026-11-30");
        await world.TickAsync("08:20", "2026-11-30");
        Assert.Equal("running", world.StoredOf("weekly", service: "rds"));

        await world.TickAsync("18:00", "2026-11-30");

        Assert.Equal("stopping", database.Status);
    }

    [Fact]
    public async Task A_person_who_starts_a_database_is_respected()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        var database = world.AddDatabase("orders");
        await world.TickAsync("19:00");
        Assert.True(world.Rds.HumanStart(database));
        await world.TickAsync("19:15");
        await world.TickAsync("19:30");

        Assert.Equal("available", database.Status);
        Assert.Null(world.StoredOf("orders", "#pending", "rds"));
    }

    [Fact]
    public async Task A_quiet_tick_of_databases_writes_nothing_and_asks_for_no_snapshots()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(snapshots: true);
        world.AddDatabase("orders");
        world.AddDatabase("users", status: "available");
        await world.TickAsync("12:00");
        await world.TickAsync("12:15");
        await world.TickAsync("12:30");
        world.Stage.Aws.Calls.Clear();

        await world.TickAsync("12:45");

        Assert.Equal(2, world.Stage.Aws.Calls.Count("rds"));
        Assert.Equal(0, world.Stage.Aws.Calls.Count("dynamodb", "PutItem"));
    }

    [Fact]
    public async Task A_restart_between_the_time_of_the_event_and_the_listing_is_by_aws()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("off", "\"override_status\":{\"S\":\"stopped\"}");
        var database = world.AddDatabase("archive", "off");
        await world.TickAsync("09:00");
        var restart = database.AutomaticRestartTime!.Value;
        await world.TickAsync("07:50", "2026-11-30");
        // EventBridge said 20 seconds before the restart, Lambda lists 20 seconds after it.
        world.Time.AdvanceTo(restart.AddSeconds(20));
        await world.Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, world.Stage.TickEvent(restart.AddSeconds(-20)), InvocationType.Event);
        await world.Stage.Aws.Functions.IdleAsync().WaitAsync(TimeSpan.FromMinutes(1));
        foreach (var time in new[] { "08:05", "08:10", "08:15", "08:20", "08:30", "12:00" })
            await world.TickAsync(time, "2026-11-30");
        Assert.Equal("stopped", database.Status);
    }

    [Fact]
    public async Task A_restart_before_a_tick_that_comes_late_is_by_aws()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("off", "\"override_status\":{\"S\":\"stopped\"},\"enforced\":{\"BOOL\":false}");
        var database = world.AddDatabase("archive", "off");
        await world.TickAsync("09:00");
        var restart = database.AutomaticRestartTime!.Value;
        world.Time.AdvanceTo(restart.AddMinutes(9));
        await world.Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, world.Stage.TickEvent(restart.AddMinutes(-1)), InvocationType.Event);
        await world.Stage.Aws.Functions.IdleAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await world.TickAsync("08:15", "2026-11-30");
        await world.TickAsync("08:25", "2026-11-30");
        Assert.Equal("stopped", database.Status);
    }
}
