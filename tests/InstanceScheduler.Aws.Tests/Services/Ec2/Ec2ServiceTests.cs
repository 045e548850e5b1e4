using Amazon.EC2;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Tests.Services.Ec2.Listing;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using NodaTime;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;
using PowerState = InstanceScheduler.Aws.Services.PowerState;
using ScheduledService = InstanceScheduler.Aws.Services.Ec2.Ec2Service;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class Ec2ServiceTests : Ec2Test
{
    [Fact]
    public async Task All_pages_are_listed()
    {
        for (var number = 1; number <= 2_001; number++)
            Add(number);

        Assert.Equal(2_001, (await ListAsync()).Select(instance => instance.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, Aws.Calls.Count("ec2", "DescribeInstances"));
    }

    [Fact]
    public async Task Only_instances_with_the_tag_come_over_the_wire()
    {
        Add(1);
        Add(2, tags: ("Other", "office"));
        Add(3, tags: ("Schedules", "office"));
        Add(4, tags: ("schedule", "office"));
        Add(5, tags: ("Team", Tag));

        Assert.Equal(IdOf(1), Assert.Single(await ListAsync()).Id);
        Assert.Equal(1, Assert.Single(Aws.Calls.Latest).ItemCount);
    }

    [Theory]
    [InlineData("Sched*")]
    [InlineData("Schedul?")]
    [InlineData(@"Sche\dule")]
    [InlineData(@"\*")]
    [InlineData("计划")]
    [InlineData("a b+c=d:e/f@g")]
    public async Task A_tag_name_is_taken_literally(string tagName)
    {
        Add(1, tags: ("Schedule", "office"));
        Add(2, tags: (tagName, "office"));
        Add(3, tags: (tagName + "x", "office"));

        Assert.Equal(IdOf(2), Assert.Single(await ListAsync(tagName)).Id);
        Assert.Equal(1, Assert.Single(Aws.Calls.Latest).ItemCount);
    }

    [Theory]
    [InlineData("office", "office")]
    [InlineData(" office ", "office")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public async Task The_value_names_the_schedule_and_an_empty_one_none(string value, string? schedule)
    {
        Add(1, tags: (Tag, value));

        Assert.Equal(schedule, Assert.Single(await ListAsync()).Schedule);
    }

    [Fact]
    public async Task A_member_of_an_Auto_Scaling_group_and_an_instance_store_root_are_untouchable()
    {
        Add(1, tags: [(Tag, "office"), ("aws:autoscaling:groupName", "web")]);
        Aws.Ec2.Add(new LocalInstance { Id = IdOf(2), Tags = Tags((Tag, "office")), InitialState = LocalState.Running, InstanceStoreRoot = true });
        Add(3, tags: [(Tag, "office"), ("aws:autoscaling:groupname", "no group")]);

        var instances = await ListAsync();

        Assert.Contains("Auto Scaling", instances[0].Untouchable, StringComparison.Ordinal);
        Assert.Contains("instance store", instances[1].Untouchable, StringComparison.Ordinal);
        Assert.Null(instances[2].Untouchable);
    }

    [Fact]
    public async Task An_instance_that_moves_to_the_next_page_meanwhile_is_listed_once_as_it_was_last()
    {
        string Listed(string state) => ListingXml.Instance(IdOf(1), $"<instanceState><name>{state}</name></instanceState>", (Tag, "office"));
        using var pages = new ScriptedListing(
            ListingXml.PageOf(Listed("running")).Replace("</Describe", "<nextToken>more</nextToken></Describe", StringComparison.Ordinal), ListingXml.PageOf(Listed("stopping")));
        var clients = new AwsClients(Region, LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(pages), LocalClientConfig.InProcessUrl);

        var instance = Assert.Single((await new ScheduledService(clients.Ec2(Region), Retry).ListAsync(Tag, Deadline)).Instances);

        Assert.Equal(PowerState.Stopping, instance.State);
    }

    [Fact]
    public async Task A_stop_tells_its_reason_and_time()
    {
        Add(1, LocalState.Running);
        Time.AdvanceTo(new DateTimeOffset(2026, 11, 23, 2, 0, 0, 500, TimeSpan.Zero));
        Aws.Ec2.HumanStop(IdOf(1));
        Time.AdvanceBy(TimeSpan.FromHours(1));

        var instance = Assert.Single(await ListAsync());

        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Equal("Client.UserInitiatedShutdown", instance.StateReason);
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 2, 0), instance.LastTransition);
        Assert.Equal("m5.large", instance.InstanceType);
    }

    [Fact]
    public async Task A_start_that_fell_back_tells_AWS_code()
    {
        Aws.Ec2.Add(new LocalInstance { Id = IdOf(1), Tags = Tags((Tag, "office")), FallsBack = "Server.InsufficientInstanceCapacity" });
        await StartAsync([IdOf(1)], Deadline);
        Time.AdvanceBy(TimeSpan.FromHours(1));

        var instance = Assert.Single(await ListAsync());

        Assert.Equal("Server.InsufficientInstanceCapacity", instance.StateReason);
        Assert.Null(instance.LastTransition);
    }

    [Fact]
    public async Task A_listing_that_breaks_off_is_no_listing()
    {
        for (var number = 1; number <= 1_001; number++)
            Add(number);
        var pages = 0;
        Aws.Faults.Add(call => call.Operation == "DescribeInstances" && ++pages == 2 ? LocalFault.Answer("UnauthorizedOperation", 403) : null);

        await Assert.ThrowsAsync<AmazonEC2Exception>(() => ListAsync());
    }

    [Theory]
    [InlineData("IncorrectInstanceState")]
    [InlineData("InvalidInstanceID.NotFound")]
    [InlineData("UnauthorizedOperation")]
    [InlineData("InsufficientInstanceCapacity")]
    [InlineData("InvalidKMSKey.DisabledException")]
    [InlineData("IncorrectSpotRequestState")]
    public async Task One_of_fifty_that_AWS_refuses_to_start_keeps_no_other_stopped(string code)
    {
        var ids = AddMany(50);
        Refuse(ids[17], code);

        var outcome = await StartAsync(ids, Deadline);

        Assert.Equal(49, outcome.Accepted.Count);
        Assert.Equal(49, Aws.Ec2.Instances.Count(instance => instance.State is LocalState.Pending or LocalState.Running));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((code, ids[17]), (problem.Code, Assert.Single(problem.Ids)));
    }

    [Fact]
    public async Task Five_without_capacity_leave_forty_five()
    {
        var ids = AddMany(50);
        foreach (var place in (int[])[0, 1, 24, 25, 49])
            Refuse(ids[place], "InsufficientInstanceCapacity");

        var outcome = await StartAsync(ids, Deadline);

        Assert.Equal(45, outcome.Accepted.Count);
        Assert.Equal(5, Assert.Single(outcome.Problems).Ids.Length);
    }

    [Fact]
    public async Task A_role_that_may_not_start_at_all_is_one_problem_after_four_calls()
    {
        var ids = AddMany(500);
        Aws.Ec2.Deny(Account, Region, "ec2:StartInstances");

        var outcome = await StartAsync(ids, Deadline);

        Assert.InRange(Aws.Calls.Count("ec2", "StartInstances"), 1, 4);
        Assert.Equal("UnauthorizedOperation", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task A_thousand_are_started_and_stopped_in_twenty_calls_each()
    {
        var ids = AddMany(1_000);

        Assert.Equal(1_000, (await StartAsync(ids, Deadline)).Accepted.Count);
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Assert.Equal(1_000, (await StopAsync(ids, Deadline)).Accepted.Count);

        Assert.Equal(20, Aws.Calls.Count("ec2", "StartInstances"));
        Assert.Equal(20, Aws.Calls.Count("ec2", "StopInstances"));
        Assert.All(Aws.Ec2.Instances, instance => Assert.Equal(LocalState.Stopping, instance.State));
    }

    [Fact]
    public async Task Stopping_takes_refusals_apart_as_starting_does()
    {
        var ids = AddMany(50, LocalState.Running);
        Aws.Ec2[ids[3]].StopProtected = true;
        Aws.Ec2[ids[30]].StopRefusal = "UnsupportedOperation";

        var outcome = await StopAsync(ids, Deadline);

        Assert.Equal(48, outcome.Accepted.Count);
        Assert.Equal(["OperationNotPermitted", "UnsupportedOperation"], outcome.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(outcome.Problems, problem => Assert.NotNull(problem.Remedy));
    }

    [Fact]
    public async Task An_answer_that_was_lost_for_good_leaves_the_ids_unknown()
    {
        var ids = AddMany(50);
        Aws.Faults.Add("ec2", "StartInstances", LocalFault.LoseAnswer, times: 1_000);
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(60), Time, CancellationToken.None);

        var outcome = await StartAsync(ids, deadline);

        Assert.Empty(outcome.Accepted);
        Assert.Equal(50, outcome.Unknown.Count);
        Assert.Equal("NetworkError", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task An_answer_that_was_lost_once_changes_nothing()
    {
        var ids = AddMany(50);
        Aws.Faults.Add("ec2", "StartInstances", LocalFault.LoseAnswer);

        var outcome = await StartAsync(ids, Deadline);

        Assert.Equal(50, outcome.Accepted.Count);
        Assert.Empty(outcome.Problems);
    }

    private void Refuse(string id, string code)
    {
        if (code == "InvalidInstanceID.NotFound")
        {
            Aws.Ec2.Terminate(id);
            Time.AdvanceBy(TimeSpan.FromDays(1));
        }
        else
        {
            Aws.Ec2[id].StartRefusal = code;
        }
    }
}
