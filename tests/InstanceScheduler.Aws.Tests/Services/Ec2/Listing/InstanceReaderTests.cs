using System.Text;
using System.Xml;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2.Listing;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using NodaTime;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;
using PowerState = InstanceScheduler.Aws.Services.PowerState;

namespace InstanceScheduler.Aws.Tests.Services.Ec2.Listing;

public sealed class InstanceReaderTests : Ec2Test
{
    private readonly PageReader _reader = new(Tag);

    [Fact]
    public async Task An_instance_tells_whether_it_can_hibernate()
    {
        Aws.Ec2.Add(new LocalInstance { Id = IdOf(1), Tags = Tags((Tag, "office")), HibernationConfigured = true });
        Add(2);

        Assert.Equal([true, false], (await ListAsync()).Select(instance => instance.CanHibernate));
        Assert.False(_reader.ReadOne(Tagged()).CanHibernate);
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
        Assert.Null(_reader.ReadOne(Tagged()).LaunchTime);
    }

    [Theory]
    [InlineData("2026-11-23T02:00:00.000Z", "2026-11-23T02:00:00Z")]
    [InlineData("2026-11-23T02:00:00Z", "2026-11-23T02:00:00Z")]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void A_launch_time_is(string text, string? expected) =>
        Assert.Equal(expected, _reader.ReadOne(ListingXml.Instance(IdOf(1), $"<launchTime>{text}</launchTime>", (Tag, "office"))).LaunchTime?.ToString());

    [Theory]
    [InlineData("pending", nameof(PowerState.Pending))]
    [InlineData("running", nameof(PowerState.Running))]
    [InlineData("stopping", nameof(PowerState.Stopping))]
    [InlineData("stopped", nameof(PowerState.Stopped))]
    [InlineData("shutting-down", nameof(PowerState.Gone))]
    [InlineData("terminated", nameof(PowerState.Gone))]
    [InlineData("of-a-later-day", nameof(PowerState.Stopping))] // seen, and not acted on
    [InlineData(null, nameof(PowerState.Stopping))]
    public void A_state_is(string? name, string expected)
    {
        var element = name is null ? "" : $"<instanceState><code>0</code><name>{name}</name></instanceState>";

        Assert.Equal(expected, _reader.ReadOne(ListingXml.Instance(IdOf(1), element, (Tag, "office"))).State.ToString());
    }

    [Theory]
    [InlineData("c5.large,m5a.large", "c5.large", "m5a.large")]
    [InlineData(" c5.large , m5a.large ", "c5.large", "m5a.large")]
    [InlineData("c5.large,,  ,c5.large,m5a.large,c5.large,", "c5.large", "m5a.large")]
    [InlineData("c5.large", "c5.large")]
    [InlineData("", new string[0])]
    [InlineData(" , ", new string[0])]
    public void The_types_it_may_start_with_besides_are(string tag, params string[] types) =>
        Assert.Equal(types, _reader.ReadOne(Tagged(("IS-PreferredInstanceTypes", tag))).PreferredTypes, StringComparer.Ordinal);

    [Fact]
    public void Without_the_tag_there_are_none() => Assert.Empty(_reader.ReadOne(Tagged()).PreferredTypes);

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

    [Theory]
    [InlineData("")]
    [InlineData("<reservationSet/>")]
    [InlineData("<reservationSet></reservationSet>")]
    [InlineData("<reservationSet><item/></reservationSet>")]
    [InlineData("<reservationSet><item><instancesSet/></item></reservationSet>")]
    [InlineData("<reservationSet><item><instancesSet><item/></instancesSet></item></reservationSet>")]
    [InlineData("<reservationSet><item><instancesSet><item><instanceId>i-1</instanceId></item></instancesSet></item></reservationSet>")]
    [InlineData("<reservationSet><item><instancesSet><item><instanceId>i-1</instanceId><tagSet/></item></instancesSet></item></reservationSet>")]
    public void A_page_without_tagged_instances_is_an_empty_one(string inside)
    {
        var page = _reader.Read(ListingXml.Page(inside));

        Assert.Empty(page.Instances);
        Assert.Null(page.NextToken);
    }

    [Theory]
    [InlineData("<nextToken>more</nextToken>", "more")]
    [InlineData("<nextToken/>", null)]
    [InlineData("<nextToken></nextToken>", null)]
    public void The_next_page_is_asked_for_with(string element, string? token) =>
        Assert.Equal(token, _reader.Read(ListingXml.Page("<reservationSet/>" + element)).NextToken);

    // What others write into a listing must not be taken for what stands at the instance itself.
    [Fact]
    public void Elements_of_the_same_name_elsewhere_are_passed_over()
    {
        var instance = _reader.ReadOne(ListingXml.Instance(
            IdOf(1),
            """
            <placement><instanceId>i-other</instanceId><tagSet><item><key>Schedule</key><value>other</value></item></tagSet></placement>
            <networkInterfaceSet><item><instanceType>x1.large</instanceType><tagSet><item><key>Schedule</key><value>other</value></item></tagSet></item></networkInterfaceSet>
            <instanceState><code>16</code><name>running</name><deep><name>stopped</name></deep></instanceState>
            <instanceType>m5.large</instanceType>
            """,
            (Tag, "office")));

        Assert.Equal((IdOf(1), "office", "m5.large", PowerState.Running), (instance.Id, instance.Schedule, instance.InstanceType, instance.State));
    }

    [Fact]
    public void A_value_may_come_before_its_key_and_be_long_or_in_pieces()
    {
        var name = new string('服', 3_000) + "&";

        var instance = _reader.ReadOne(
            $"<item><tagSet><item><value>office</value><key>{Tag}</key></item><item><key>Name</key><value><![CDATA[{name}]]>&lt;\u00e9</value></item></tagSet></item>");

        Assert.Equal(("office", name + "<é"), (instance.Schedule, instance.Name));
    }

    [Fact]
    public void The_beginning_of_a_page_is_none()
    {
        var page = Encoding.UTF8.GetBytes(ListingXml.PageOf(Tagged()));

        Assert.All(Enumerable.Range(0, page.Length), length => Assert.Throws<XmlException>(() => _reader.Read(new MemoryStream(page, 0, length))));
    }

    [Fact]
    public void Texts_that_instances_have_alike_are_kept_once()
    {
        ManagedInstance[] instances = [.. Enumerable.Range(1, 2).Select(number => _reader.ReadOne(Typical(number)))];

        Assert.Same(instances[0].Schedule, instances[1].Schedule);
        Assert.Same(instances[0].InstanceType, instances[1].InstanceType);
        Assert.Same(instances[0].StateReason, instances[1].StateReason);
        Assert.Same(instances[0].StateReasonMessage, instances[1].StateReasonMessage);
        Assert.Same(instances[0].Information.LastAction, instances[1].Information.LastAction);
        Assert.Equal(instances[0].PreferredTypes, instances[1].PreferredTypes);
    }

    [Fact]
    public void Reading_one_costs_little_more_than_the_record_itself()
    {
        const int Count = 1_000;
        var page = Encoding.UTF8.GetBytes(ListingXml.PageOf(string.Concat(Enumerable.Range(1, Count).Select(Typical))));
        _reader.Read(new MemoryStream(page));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var instances = _reader.Read(new MemoryStream(page)).Instances;

        Assert.Equal(Count, instances.Count);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 1, 500);
    }

    private static string Typical(int number) => ListingXml.Instance(
        IdOf(number),
        $"""
        <instanceState><code>80</code><name>stopped</name></instanceState><reason>User initiated (2026-11-23 01:00:{number % 60:00} GMT)</reason>
        <instanceType>m5.large</instanceType><launchTime>2026-11-23T01:00:00.000Z</launchTime>
        <stateReason><code>Client.UserInitiatedShutdown</code><message>Client.UserInitiatedShutdown: …</message></stateReason>
        <rootDeviceType>ebs</rootDeviceType><hibernationOptions><configured>false</configured></hibernationOptions>
        """,
        ("Name", $"server {number}"), ("IS-PreferredInstanceTypes", "c5.large,m5a.large"), ("IS-LastAction", "Started"), (Tag, "office"), ("CostCentre", $"{number}"));

    private static string Tagged(params (string Key, string Value)[] tags) => ListingXml.Instance(IdOf(1), "", [.. tags, (Tag, "office")]);
}
