using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>Whole runs with calendars, nights and ends without a begin. Saturday 28 November 2026 is a make-up day here, Tuesday the 24th a holiday.</summary>
public sealed class CalendarRunTests
{
    private const string Days = """{"type":{"S":"calendar"},"name":{"S":"days"},"holidays":{"SS":["2026-11-24","2027-10-01"]},"workdays":{"S":"2026-11-28"}}""";

    [Theory]
    // What the calendar stands in: the schedule, its period, another calendar that it extends.
    [InlineData("schedule")]
    [InlineData("period")]
    [InlineData("extended")]
    public async Task A_calendar_of_the_table_travels_to_the_targets(string place)
    {
        await using var world = new SchedulerWorld();
        world.PutConfig(Days);
        world.PutConfig("""{"type":{"S":"calendar"},"name":{"S":"more"},"extends":{"S":"days"}}""");
        world.PutSchedule("s", place switch { "schedule" => """ "calendar":{"S":"days"} """, "extended" => """ "calendar":{"S":"more"} """, _ => """ "enforced":{"BOOL":false} """ }, "p");
        world.PutConfig(
            $$"""{"type":{"S":"period"},"name":{"S":"p"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon-fri"]}{{(place == "period" ? ",\"calendar\":{\"S\":\"days\"}" : "")}}}""");
        var instance = world.Add(SchedulerWorld.IdOf(1), "s");
        var seen = new List<PowerState>();
        foreach (var day in (string[])["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-28", "2026-11-29"])
        {
            await world.TickAsync("12:00", day);
            await world.TickAsync("12:10", day);
            seen.Add(instance.State);
            await world.TickAsync("20:00", day);
        }

        Assert.Equal([PowerState.Running, PowerState.Stopped, PowerState.Running, PowerState.Running, PowerState.Stopped], seen);
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_calendar_that_ends_soon_is_told_once()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("cn-office-hours", """ "calendar":{"S":"cn"} """);
        world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        await world.TickAsync("09:05");
        await world.TickAsync("09:00", "2026-11-24");
        Assert.StartsWith("tick: CalendarEnds: calendar \"cn\": it has no days from 2027 on, so that every week is a plain one then for schedule \"cn-office-hours\"", Assert.Single(world.Problems), StringComparison.Ordinal);
        Assert.Equal("CalendarEnds", Assert.Single(world.Log, line => line.GetProperty("event").GetString() == "Problem" && line.GetProperty("level").GetString() == "Warning").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unknown_calendar_keeps_no_other_schedule_from_its_turn()
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("lost", """ "calendar":{"S":"dayz"} """);
        var (lost, fine) = (world.Add(SchedulerWorld.IdOf(1), "lost"), world.Add(SchedulerWorld.IdOf(2)));
        await world.TickAsync("09:00");
        Assert.Equal((PowerState.Stopped, PowerState.Pending), (lost.State, fine.State));
        Assert.Contains(world.Problems, problem => problem.StartsWith("tick: Configuration: schedule \"lost\": calendar: calendar \"dayz\" does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_night_shift_is_started_in_the_evening_and_stopped_in_the_morning_with_another_type()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"night"},"begintime":{"S":"22:00"},"endtime":{"S":"06:00"},"weekdays":{"SS":["mon-fri"]}}""");
        world.PutSchedule("s", """ "enforced":{"BOOL":false} """, "office\",\"night@m5.xlarge");
        var instance = world.Add(SchedulerWorld.IdOf(1), "s");
        var seen = new List<string>();
        foreach (var (time, day) in ((string, string)[])[("17:00", "23"), ("21:00", "23"), ("22:30", "23"), ("03:00", "24"), ("07:00", "24"), ("12:00", "24"), ("03:00", "28"), ("23:00", "28")])
        {
            await world.TickAsync(time, $"2026-11-{day}");
            await world.TickAsync($"{time[..3]}{int.Parse(time[3..]) + 10}", $"2026-11-{day}");
            seen.Add($"{instance.State} {(instance.State == PowerState.Running && time is "22:30" or "03:00" ? instance.CurrentType : "")}".Trim());
        }

        Assert.Equal(["Running", "Stopped", "Running m5.xlarge", "Running m5.xlarge", "Stopped", "Running", "Running m5.xlarge", "Stopped"], seen);
    }

    [Theory]
    // An end at midnight wants stopped all day, so only the edge can stop what somebody started; 18:00 is seen as a change as ever.
    [InlineData("00:00", "23:55", "00:00")]
    [InlineData("18:00", "17:55", "18:00")]
    public async Task An_end_without_a_begin_stops_what_people_started_every_day(string end, string before, string at)
    {
        await using var world = new SchedulerWorld();
        world.PutConfig($$"""{"type":{"S":"period"},"name":{"S":"off"},"endtime":{"S":"{{end}}"} }""");
        world.PutSchedule("s", """ "enforced":{"BOOL":false} """, "off");
        var instance = world.Add(SchedulerWorld.IdOf(1), "s");
        await world.TickAsync("00:30");
        foreach (var day in (string[])["2026-11-23", "2026-11-24", "2026-11-25"])
        {
            world.Time.AdvanceTo(DateTimeOffset.Parse($"{day}T15:00+08:00"));
            Assert.True(world.Ec2.HumanStart(instance.Id));
            await world.TickAsync("15:05", day);
            await world.TickAsync(before, day);
            Assert.Equal(PowerState.Running, instance.State);
            var due = end == "00:00" ? DateOnly.Parse(day).AddDays(1).ToString("yyyy-MM-dd") : day;
            await world.TickAsync(at, due);
            Assert.Equal(PowerState.Stopping, instance.State);
            await world.TickAsync($"{at[..3]}05", due);
            Assert.Equal(PowerState.Stopped, instance.State);
        }
    }

    [Fact]
    public async Task What_is_started_after_the_end_is_left_until_the_next()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"period"},"name":{"S":"off"},"endtime":{"S":"18:00"}}""");
        world.PutSchedule("s", """ "enforced":{"BOOL":false} """, "off");
        var instance = world.Add(SchedulerWorld.IdOf(1), "s");
        await world.TickAsync("17:55");
        await world.TickAsync("18:00");
        world.Time.AdvanceTo(DateTimeOffset.Parse("2026-11-23T18:01+08:00"));
        Assert.True(world.Ec2.HumanStart(instance.Id));
        await world.TickAsync("18:05");
        await world.TickAsync("18:10");
        await world.TickAsync("00:00", "2026-11-24");
        await world.TickAsync("17:55", "2026-11-24");
        Assert.Equal(PowerState.Running, instance.State);
        await world.TickAsync("18:00", "2026-11-24");
        Assert.Equal(PowerState.Stopping, instance.State);
    }
}
