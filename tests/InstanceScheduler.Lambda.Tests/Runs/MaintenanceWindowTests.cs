using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>Windows are on Saturday 2026-11-28, when no period runs.</summary>
public sealed class MaintenanceWindowTests
{
    private const string Saturday = "2026-11-28";

    [Theory]
    [InlineData("\"use_maintenance_window\":{\"BOOL\":true}", true)]
    [InlineData("\"use_maintenance_window\":{\"BOOL\":true},\"override_status\":{\"S\":\"stopped\"}", true)]
    [InlineData("\"use_maintenance_window\":{\"BOOL\":false}", false)]
    public async Task A_database_runs_in_its_own_window_whatever_its_schedule_says(string options, bool runs)
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.PutSchedule("patched", options);
        // 02:00 to 03:00 in Shanghai.
        var database = world.AddDatabase("orders", "patched", window: "fri:18:00-fri:19:00");

        await world.TickAsync("01:55", Saturday);
        Assert.Equal("stopped", database.Status);
        await world.TickAsync("02:00", Saturday);
        Assert.Equal(runs ? "starting" : "stopped", database.Status);
        await world.TickAsync("02:30", Saturday);
        await world.TickAsync("03:00", Saturday);

        Assert.Equal(runs ? "stopping" : "stopped", database.Status);
    }

    [Fact]
    public async Task An_instance_runs_from_ten_minutes_before_its_window_until_its_end()
    {
        await using var world = World("patching");
        AddWindow(world);
        var instance = world.Add(SchedulerWorld.IdOf(1), "patched");

        await world.TickAsync("01:45", Saturday);
        Assert.Equal(PowerState.Stopped, instance.State);
        await world.TickAsync("01:50", Saturday);
        Assert.Equal(PowerState.Pending, instance.State);
        // From its begin on, Systems Manager shows the window of next week.
        foreach (var time in new[] { "01:55", "02:00", "02:05", "03:00", "04:55" })
            await world.TickAsync(time, Saturday);
        Assert.Equal(PowerState.Running, instance.State);
        Assert.Single(Kept(world));
        await world.TickAsync("05:00", Saturday);

        Assert.Equal(PowerState.Stopping, instance.State);
        Assert.Empty(Kept(world));
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_window_goes_on_while_systems_manager_does_not_answer()
    {
        await using var world = World("patching");
        AddWindow(world);
        var instance = world.Add(SchedulerWorld.IdOf(1), "patched");
        await world.TickAsync("01:55", Saturday);
        world.Stage.Aws.Windows.Deny(SchedulerWorld.Account, SchedulerWorld.Region, "ssm:DescribeMaintenanceWindows");

        await world.TickAsync("02:05", Saturday);
        await world.TickAsync("04:55", Saturday);
        Assert.Equal(PowerState.Running, instance.State);
        Assert.Contains("AccessDenied", world.Problems.First(), StringComparison.Ordinal);
        await world.TickAsync("05:00", Saturday);

        Assert.Equal(PowerState.Stopping, instance.State);
    }

    [Fact]
    public async Task A_window_that_is_disabled_ends_for_its_instances()
    {
        await using var world = World("patching");
        var window = AddWindow(world);
        var instance = world.Add(SchedulerWorld.IdOf(1), "patched");
        await world.TickAsync("01:55", Saturday);
        world.Stage.Aws.Windows.Change(window.Id, known => known with { Enabled = false });

        await world.TickAsync("02:05", Saturday);

        Assert.Equal(PowerState.Stopping, instance.State);
        Assert.Single(world.Problems, problem => problem.Contains("is disabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_window_is_one_problem_and_the_periods_decide()
    {
        await using var world = World("pathcing");
        AddWindow(world);
        var instances = Enumerable.Range(1, 3).Select(number => world.Add(SchedulerWorld.IdOf(number), "patched")).ToList();

        await world.TickAsync("09:00");

        Assert.All(instances, instance => Assert.Equal(PowerState.Pending, instance.State));
        Assert.Single(world.Problems, problem => problem.Contains("\"pathcing\" does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_uses_no_window_makes_no_call_for_one()
    {
        await using var world = new SchedulerWorld();
        world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ssm", "DescribeMaintenanceWindows"));
    }

    private static SchedulerWorld World(string window)
    {
        var world = new SchedulerWorld();
        world.PutSchedule("patched", $$"""
            "use_maintenance_window":{"BOOL":true},"ssm_maintenance_window":{"S":"{{window}}"}
            """);
        return world;
    }

    // Saturday 02:00 to 05:00.
    private static LocalMaintenanceWindow AddWindow(SchedulerWorld world) => world.Stage.Aws.Windows.Add(new LocalMaintenanceWindow
    {
        Name = "patching",
        DurationHours = 3,
        Schedule = WindowSchedule.Weekly(IsoDayOfWeek.Saturday, new LocalTime(2, 0)),
        ScheduleTimezone = "Asia/Shanghai",
    });

    private static IEnumerable<string> Kept(SchedulerWorld world) => world.ItemsOf("maintenance-window");

    [Fact]
    public async Task Executions_that_meet_are_one_window()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("patched", "\"use_maintenance_window\":{\"BOOL\":true},\"ssm_maintenance_window\":{\"S\":\"patching\"},\"override_status\":{\"S\":\"stopped\"}");
        world.Stage.Aws.Windows.Add(new LocalMaintenanceWindow { Name = "patching", DurationHours = 24, Schedule = WindowSchedule.Daily(new LocalTime(2, 0)), ScheduleTimezone = "Asia/Shanghai" });
        var instance = world.Add(SchedulerWorld.IdOf(1), "patched");
        foreach (var day in new[] { "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27" })
            foreach (var time in new[] { "01:50", "01:55", "02:00", "02:05", "02:10", "12:00" })
            {
                await world.TickAsync(time, day);
            }
        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal(1, world.Stage.Aws.Calls.Count("ec2", "StartInstances"));
    }

    [Fact]
    public async Task A_window_survives_a_slip_in_the_table()
    {
        await using var world = new SchedulerWorld();
        const string window = "\"use_maintenance_window\":{\"BOOL\":true},\"ssm_maintenance_window\":{\"S\":\"patching\"}";
        world.PutSchedule("patched", window);
        world.PutSchedule("other", "\"use_maintenance_window\":{\"BOOL\":true},\"ssm_maintenance_window\":{\"S\":\"elsewhere\"}");
        foreach (var name in new[] { "patching", "elsewhere" })
            world.Stage.Aws.Windows.Add(new LocalMaintenanceWindow { Name = name, DurationHours = 3, Schedule = WindowSchedule.Weekly(IsoDayOfWeek.Saturday, new LocalTime(2, 0)), ScheduleTimezone = "Asia/Shanghai" });
        var instance = world.Add(SchedulerWorld.IdOf(1), "patched");
        world.Add(SchedulerWorld.IdOf(2), "other");
        await world.TickAsync("01:55", "2026-11-28");
        await world.TickAsync("02:05", "2026-11-28");
        Assert.Equal(PowerState.Running, instance.State);
        world.PutSchedule("patched", window + ",\"timezone\":{\"S\":\"Asia/Shangai\"}");
        await world.TickAsync("02:10", "2026-11-28");
        world.PutSchedule("patched", window);
        await world.TickAsync("02:15", "2026-11-28");
        Assert.Equal(PowerState.Running, instance.State);
    }
}
