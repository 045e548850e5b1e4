using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using NodaTime;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class InstanceReaderTests : Ec2Test
{
    [Fact]
    public async Task An_instance_tells_whether_it_can_hibernate()
    {
        Aws.Ec2.Add(new LocalInstance { Id = IdOf(1), Tags = Tags((Tag, "office")), HibernationConfigured = true });
        Add(2);

        Assert.Equal([true, false], (await ListAsync()).Select(instance => instance.CanHibernate));
        Assert.False(new InstanceReader(Tag).Read(Tagged())!.CanHibernate);
    }

    [Fact]
    public async Task It_tells_when_it_was_started_and_why_it_stopped_in_AWS_words()
    {
        Add(1);
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Aws.Ec2.HumanStart(IdOf(1));
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Aws.Ec2.HumanStop(IdOf(1));
        Time.AdvanceBy(TimeSpan.FromHours(1));

        var instance = Assert.Single(await ListAsync());

        Assert.Equal(Instant.FromUtc(2026, 11, 23, 2, 0), instance.LaunchTime);
        Assert.Equal("Client.UserInitiatedShutdown: User initiated shutdown", instance.StateReasonMessage);
        Assert.Null(new InstanceReader(Tag).Read(Tagged())!.LaunchTime);
    }

    [Theory]
    [InlineData("c5.large,m5a.large", "c5.large", "m5a.large")]
    [InlineData(" c5.large , m5a.large ", "c5.large", "m5a.large")]
    [InlineData("c5.large,,  ,c5.large,m5a.large,c5.large,", "c5.large", "m5a.large")]
    [InlineData("c5.large", "c5.large")]
    [InlineData("", new string[0])]
    [InlineData(" , ", new string[0])]
    public void The_types_it_may_start_with_besides_are(string tag, params string[] types) =>
        Assert.Equal(types, new InstanceReader(Tag).Read(Tagged(("IS-PreferredInstanceTypes", tag)))!.PreferredTypes, StringComparer.Ordinal);

    [Fact]
    public void Without_the_tag_there_are_none() => Assert.Empty(new InstanceReader(Tag).Read(Tagged())!.PreferredTypes);

    [Fact]
    public async Task It_tells_what_was_written_on_it_for_people()
    {
        Add(1, LocalState.Stopped, (Tag, "office"), ("IS-LastAction", "Started"), ("IS-Error", "E1"), ("IS-ErrorMessage", "No capacity."));
        Add(2, LocalState.Stopped, (Tag, "office"), ("IS-Error", ""));
        Add(3);

        var instances = await ListAsync();

        Assert.Equal(new InformationalTags("Started", "E1", "No capacity."), instances[0].Information);
        Assert.Equal(new InformationalTags(null, "", null), instances[1].Information);
        Assert.Same(InformationalTags.None, instances[2].Information);
    }

    [Fact]
    public void Texts_that_instances_have_alike_are_kept_once()
    {
        var reader = new InstanceReader(Tag);
        ManagedInstance[] instances = [.. Enumerable.Range(1, 2).Select(number => reader.Read(Typical(number))!)];

        Assert.Same(instances[0].Schedule, instances[1].Schedule);
        Assert.Same(instances[0].StateReason, instances[1].StateReason);
        Assert.Same(instances[0].StateReasonMessage, instances[1].StateReasonMessage);
        Assert.Same(instances[0].Information.LastAction, instances[1].Information.LastAction);
        Assert.Equal(instances[0].PreferredTypes, instances[1].PreferredTypes);
    }

    [Fact]
    public void Reading_one_costs_little_more_than_the_record_itself()
    {
        const int Count = 1_000;
        var reader = new InstanceReader(Tag);
        Instance[] listed = [.. Enumerable.Range(1, Count).Select(Typical)];
        reader.Read(listed[0]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var instance in listed)
            reader.Read(instance);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 1, 400);
    }

    // As the SDK reads it: each with texts of its own.
    private static Instance Typical(int number)
    {
        var instance = Tagged(("Name", $"server {number}"), ("IS-PreferredInstanceTypes", string.Concat("c5.large,", "m5a.large")), ("IS-LastAction", string.Concat("Start", "ed")));
        instance.InstanceId = IdOf(number);
        instance.LaunchTime = new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
        instance.InstanceType = InstanceType.M5Large;
        instance.StateReason = new Amazon.EC2.Model.StateReason { Code = string.Concat("Client.", "UserInitiatedShutdown"), Message = string.Concat("Client.", "UserInitiatedShutdown: …") };
        instance.StateTransitionReason = $"User initiated (2026-11-23 01:00:{number % 60:00} GMT)";
        return instance;
    }

    private static Instance Tagged(params (string Key, string Value)[] tags) =>
        new() { InstanceId = IdOf(1), Tags = [.. tags.Select(tag => new Amazon.EC2.Model.Tag(tag.Key, tag.Value)), new Amazon.EC2.Model.Tag(Tag, string.Concat("off", "ice"))] };
}
