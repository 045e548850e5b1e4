using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class TaggingTests
{
    private const string Templates = """
        ,"started_tags":{"S":"state=started,by={scheduler} {year}/{month}/{day} {hour}:{minute} {timezone}"},"stopped_tags":{"S":"state=stopped,off=yes"}
        """;

    [Fact]
    public async Task Tags_tell_the_last_action_on_both_services()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(Templates);
        var instance = world.Add(SchedulerWorld.IdOf(1));
        var database = world.AddDatabase("orders");

        await world.TickAsync("09:00");
        Assert.All([instance.CurrentTags, database.CurrentTags], tags =>
        {
            Assert.Equal("started", tags["state"]);
            Assert.Equal("InstanceScheduler 2026/11/23 01:00 UTC", tags["by"]);
            Assert.False(tags.ContainsKey("off"));
        });
        await world.TickAsync("09:15");
        await world.TickAsync("18:00");

        Assert.All([instance.CurrentTags, database.CurrentTags], tags =>
        {
            Assert.Equal(("stopped", "yes"), (tags["state"], tags["off"]));
            Assert.False(tags.ContainsKey("by"));
        });
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task A_tag_that_cannot_be_set_is_a_warning_and_the_state_is_stored()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(Templates);
        var refused = world.Add(SchedulerWorld.IdOf(1), tags: [.. Enumerable.Range(1, 49).Select(number => ($"tag-{number}", "x"))]);
        var neighbour = world.Add(SchedulerWorld.IdOf(2));

        await world.TickAsync("09:00");

        Assert.Equal("running", world.StoredOf(refused.Id));
        Assert.Equal(PowerState.Pending, refused.State);
        Assert.Equal("started", neighbour.CurrentTags["state"]);
        Assert.Contains("TagLimitExceeded", Assert.Single(world.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_templates_are_reported_at_the_tick_and_the_rest_is_used()
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices(""","started_tags":{"S":"aws:x=1,good=yes"}""");
        var instance = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");

        Assert.Equal("yes", instance.CurrentTags["good"]);
        Assert.Contains("started_tags", Assert.Single(world.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Informational_tags_are_off_by_default()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        Assert.Equal(["Schedule"], instance.CurrentTags.Keys);
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ec2", "CreateTags"));
    }

    [Fact]
    public async Task Informational_tags_are_written_on_change_only()
    {
        await using var world = new SchedulerWorld();
        world.Stage.PutSetting("INFORMATIONAL_TAGS", "True");
        var instance = world.Add(SchedulerWorld.IdOf(1));
        instance.StartRefusal = "InsufficientInstanceCapacity";

        await world.TickAsync("09:00");
        Assert.Equal("InsufficientInstanceCapacity", instance.CurrentTags["IS-Error"]);
        Assert.Contains("capacity", instance.CurrentTags["IS-ErrorMessage"], StringComparison.Ordinal);
        await world.TickAsync("09:05");
        Assert.Equal(1, world.Stage.Aws.Calls.Count("ec2", "CreateTags"));

        instance.StartRefusal = null;
        await world.TickAsync("09:10");
        Assert.Equal("Started by InstanceScheduler at 2026-11-23T01:10:00Z", instance.CurrentTags["IS-LastAction"]);
        Assert.True(instance.CurrentTags.ContainsKey("IS-Error"));
        await world.TickAsync("09:15");
        Assert.False(instance.CurrentTags.ContainsKey("IS-Error"));
        Assert.False(instance.CurrentTags.ContainsKey("IS-ErrorMessage"));
        world.Stage.Aws.Calls.Clear();
        await world.TickAsync("09:20");
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ec2", "CreateTags") + world.Stage.Aws.Calls.Count("ec2", "DeleteTags"));
    }

    [Theory]
    [InlineData("started_tags")]
    [InlineData("stopped_tags")]
    public async Task The_schedule_tag_is_never_set_or_removed(string attribute)
    {
        await using var world = new SchedulerWorld();
        world.UseAllServices($",\"{attribute}\":{{\"S\":\"Schedule=off,state=seen\"}}");
        var instance = world.Add(SchedulerWorld.IdOf(1));

        foreach (var time in new[] { "09:00", "09:05", "18:00", "18:05" })
            await world.TickAsync(time);

        Assert.Equal("cn-office-hours", instance.CurrentTags["Schedule"]);
        Assert.Contains("the tag that names schedules", Assert.Single(world.Problems), StringComparison.Ordinal);
    }
}
