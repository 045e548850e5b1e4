using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class Ec2Tests(Transport transport) : LocalAwsTest(transport)
{
    private const string A = "i-0000000000000000a";
    private const string B = "i-0000000000000000b";
    private const string C = "i-0000000000000000c";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(40);

    internal override LocalAwsOptions Options => new() { TransitionTimes = new TransitionTimes { Start = StartTime, Stop = StopTime } };

    [Fact]
    public async Task An_instance_is_listed_with_all_that_a_scheduler_reads()
    {
        Add(A, PowerState.Running, ("Schedule", "office"), ("Name", "a <b> & \"c\" 'd' 服务器"));
        using var ec2 = Ec2();

        var response = await ec2.DescribeInstancesAsync(Filtered("tag-key", "Schedule"));

        var reservation = Assert.Single(response.Reservations);
        Assert.Equal(Hub, reservation.OwnerId);
        var instance = Assert.Single(reservation.Instances);
        Assert.Equal(A, instance.InstanceId);
        Assert.Equal(16, instance.State.Code);
        Assert.Equal(InstanceStateName.Running, instance.State.Name);
        Assert.Equal("m5.large", instance.InstanceType.Value);
        Assert.Equal("cn-north-1a", instance.Placement.AvailabilityZone);
        Assert.Equal(DeviceType.Ebs, instance.RootDeviceType);
        Assert.Equal(Start.UtcDateTime, instance.LaunchTime!.Value.ToUniversalTime());
        Assert.Null(instance.InstanceLifecycle);
        Assert.Equal("a <b> & \"c\" 'd' 服务器", instance.Tags.Single(t => t.Key == "Name").Value);
        Assert.Single(instance.NetworkInterfaces);
        Assert.Equal(2, instance.BlockDeviceMappings.Count);
    }

    [Theory]
    // Each value of a filter may match, every filter must.
    [InlineData("tag:Schedule", "office", "ab")]
    [InlineData("tag:Schedule", "off*", "ab")]
    [InlineData("tag:Schedule", "?ight", "c")]
    [InlineData("tag:Schedule", "OFFICE", "")] // values are case-sensitive
    [InlineData("tag:schedule", "office", "")] // and keys
    [InlineData("tag-key", "Team", "b")]
    [InlineData("tag-key", "T*", "b")]
    [InlineData("instance-state-name", "stopped", "bc")]
    [InlineData("instance-state-name", "running|stopped", "abc")]
    [InlineData("instance-id", "*b", "b")]
    [InlineData("tag:Schedule", @"of\*", "")]
    public async Task A_filter_passes(string name, string values, string expected)
    {
        Add(A, PowerState.Running, ("Schedule", "office"));
        Add(B, PowerState.Stopped, ("Schedule", "office"), ("Team", "x"));
        Add(C, PowerState.Stopped, ("Schedule", "night"));
        using var ec2 = Ec2();

        var response = await ec2.DescribeInstancesAsync(Filtered(name, values.Split('|')));

        Assert.Equal(expected, string.Concat(Ids(response).Select(id => id[^1])));
    }

    [Fact]
    public async Task Pages_hold_every_instance_once_also_when_the_fleet_changes_in_between()
    {
        for (var i = 0; i < 12; i++)
        {
            Add($"i-{i:x8}", PowerState.Stopped, ("Schedule", "office"));
        }

        using var ec2 = Ec2();
        var request = Filtered("tag-key", "Schedule");
        request.MaxResults = 5;
        var sizes = new List<int>();
        var seen = new List<string>();
        do
        {
            var response = await ec2.DescribeInstancesAsync(request);
            seen.AddRange(Ids(response));
            sizes.Add(Ids(response).Length);
            request.NextToken = response.NextToken;
            Aws.Ec2.HumanTag(seen[0], "Schedule", null);
        }
        while (request.NextToken is not null);

        Assert.Equal([5, 5, 2], sizes);
        Assert.Equal(12, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Instances_of_one_reservation_share_it()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, ReservationId = "r-1" });
        Aws.Ec2.Add(new LocalInstance { Id = B, ReservationId = "r-1" });
        Add(C, PowerState.Stopped);
        using var ec2 = Ec2();

        var response = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest());

        Assert.Equal([2, 1], response.Reservations.Select(r => r.Instances.Count));
    }

    [Theory]
    [InlineData(4, null, "InvalidParameterValue")]
    [InlineData(1001, null, "InvalidParameterValue")]
    [InlineData(5, A, "InvalidParameterCombination")]
    [InlineData(null, "i-0123456789abcdef0", "InvalidInstanceID.NotFound")]
    [InlineData(null, "i-xyz", "InvalidInstanceID.Malformed")]
    public async Task A_listing_that_cannot_be_is_refused(int? maxResults, string? id, string expected)
    {
        Add(A, PowerState.Stopped);
        using var ec2 = Ec2();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() =>
            ec2.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = maxResults, InstanceIds = id is null ? null : [id] }));

        Assert.Equal(expected, error.ErrorCode);
    }

    [Fact]
    public async Task A_start_and_a_stop_take_their_time()
    {
        Add(A, PowerState.Stopped);
        using var ec2 = Ec2();

        var started = await ec2.StartInstancesAsync(new StartInstancesRequest([A]));
        Assert.Equal("stopped>pending", Change(Assert.Single(started.StartingInstances)));
        Assert.Equal(PowerState.Pending, Aws.Ec2[A].State);
        Time.AdvanceTo(Start + StartTime);
        Assert.Equal(PowerState.Running, Aws.Ec2[A].State);

        var stopped = await ec2.StopInstancesAsync(new StopInstancesRequest([A]));
        Assert.Equal("running>stopping", Change(Assert.Single(stopped.StoppingInstances)));
        var stopping = await Single(ec2, A);
        Assert.Equal("User initiated (2026-11-23 01:00:20 GMT)", stopping.StateTransitionReason);
        Assert.Equal("Client.UserInitiatedShutdown", stopping.StateReason.Code);
        Time.AdvanceTo(Start + StartTime + StopTime);
        Assert.Equal("stopped", (await Single(ec2, A)).State.Name.Value);

        // When nobody looked at the moment of a change, its time is the moment all the same.
        Assert.Equal(
            "0 Stopped Added, 0 Pending Api, 20 Running Api, 20 Stopping Api, 60 Stopped Api",
            string.Join(", ", Aws.Ec2.History.Select(t => $"{(t.Time - Start).TotalSeconds} {t.State} {t.Cause}")));
    }

    [Theory]
    // What is already so, or on its way there, is accepted and left.
    [InlineData("start", PowerState.Running, "running>running")]
    [InlineData("start", PowerState.Pending, "pending>pending")]
    [InlineData("start", PowerState.Stopped, "stopped>pending")]
    [InlineData("start", PowerState.Stopping, "The instance 'i-0000000000000000a' is not in a state from which it can be started.")]
    [InlineData("start", PowerState.Terminated, "The instance 'i-0000000000000000a' is not in a state from which it can be started.")]
    [InlineData("stop", PowerState.Stopped, "stopped>stopped")]
    [InlineData("stop", PowerState.Stopping, "stopping>stopping")]
    [InlineData("stop", PowerState.Running, "running>stopping")]
    [InlineData("stop", PowerState.Pending, "This instance 'i-0000000000000000a' is not in a state from which it can be stopped.")]
    [InlineData("stop", PowerState.ShuttingDown, "This instance 'i-0000000000000000a' is not in a state from which it can be stopped.")]
    internal async Task A_state_allows(string action, PowerState state, string expected)
    {
        Add(A, state);
        using var ec2 = Ec2();

        string actual;
        try
        {
            actual = action == "start"
                ? Change((await ec2.StartInstancesAsync(new StartInstancesRequest([A]))).StartingInstances[0])
                : Change((await ec2.StopInstancesAsync(new StopInstancesRequest([A]))).StoppingInstances[0]);
        }
        catch (AmazonEC2Exception e)
        {
            Assert.Equal("IncorrectInstanceState", e.ErrorCode);
            actual = e.Message;
        }

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("IncorrectInstanceState", 400, "The instance 'i-0000000000000000b' is not in a state from which it can be started.")]
    [InlineData("UnauthorizedOperation", 403, "arn:aws-cn:ec2:cn-north-1:123456789012:instance/i-0000000000000000b because no")]
    [InlineData("InsufficientInstanceCapacity", 500, "sufficient m5.large capacity in the Availability Zone you requested (cn-north-1a).")]
    [InlineData("RequestLimitExceeded", 503, "Request limit exceeded.")]
    [InlineData("InvalidSnapshot.NotFound", 400, "i-0000000000000000b")]
    public async Task One_refused_instance_fails_the_batch_and_nothing_is_done(string code, int status, string text)
    {
        Add(A, PowerState.Stopped);
        Add(B, PowerState.Stopped).StartRefusal = code;
        Add(C, PowerState.Stopped);
        using var ec2 = Ec2();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.StartInstancesAsync(new StartInstancesRequest([A, B, C])));

        Assert.Equal(code, error.ErrorCode);
        Assert.Equal(status, (int)error.StatusCode);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.All(Aws.Ec2.Instances, i => Assert.Equal(PowerState.Stopped, i.State));
    }

    [Theory]
    [InlineData(new[] { "i-00000001" }, "The instance ID 'i-00000001' does not exist")]
    [InlineData(new[] { "i-00000001", A, "i-00000002" }, "The instance IDs 'i-00000001, i-00000002' do not exist")]
    public async Task Unknown_ids_are_named(string[] ids, string expected)
    {
        Add(A, PowerState.Stopped);
        using var ec2 = Ec2();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.StartInstancesAsync(new StartInstancesRequest([.. ids])));

        Assert.Equal(("InvalidInstanceID.NotFound", expected), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task Some_instances_cannot_be_stopped_by_their_nature()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, InitialState = PowerState.Running, Spot = SpotRequest.OneTime });
        Aws.Ec2.Add(new LocalInstance { Id = B, InitialState = PowerState.Running, InstanceStoreRoot = true });
        Aws.Ec2.Add(new LocalInstance { Id = C, InitialState = PowerState.Running, StopProtected = true });
        using var ec2 = Ec2();

        Assert.Equal("UnsupportedOperation", await StopError(ec2, A));
        Assert.Equal("UnsupportedOperation", await StopError(ec2, B));
        Assert.Equal("OperationNotPermitted", await StopError(ec2, C));
        Assert.Equal("spot", (await Single(ec2, A)).InstanceLifecycle.Value);
        Assert.Equal("instance-store", (await Single(ec2, B)).RootDeviceType.Value);
    }

    [Fact]
    public async Task Hibernation_is_for_instances_configured_for_it()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, InitialState = PowerState.Running, HibernationConfigured = true });
        Add(B, PowerState.Running);
        using var ec2 = Ec2();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [A, B], Hibernate = true }));
        await ec2.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [A], Hibernate = true });

        Assert.Equal("UnsupportedHibernationConfiguration", error.ErrorCode);
        Assert.Contains(B, error.Message, StringComparison.Ordinal);
        Assert.Equal("Client.UserInitiatedHibernate", (await Single(ec2, A)).StateReason.Code);
    }

    [Fact]
    public async Task A_start_that_fails_later_ends_stopped_with_its_reason()
    {
        Add(A, PowerState.Stopped).FallsBack = "Client.InternalError";
        using var ec2 = Ec2();

        await ec2.StartInstancesAsync(new StartInstancesRequest([A]));
        Assert.Equal("pending", (await Single(ec2, A)).State.Name.Value);
        Time.AdvanceTo(Start + StartTime);

        var instance = await Single(ec2, A);
        Assert.Equal("stopped", instance.State.Name.Value);
        Assert.Equal("Client.InternalError", instance.StateReason.Code);
        Assert.Equal("Client.InternalError: Client error on launch", instance.StateReason.Message);
        Assert.Equal("Client.InternalError", instance.StateTransitionReason);
        Assert.Equal(PowerCause.Fallback, Aws.Ec2.History[^1].Cause);
    }

    [Theory]
    [InlineData(PowerState.Pending, PowerState.Running)]
    [InlineData(PowerState.Stopping, PowerState.Stopped)]
    [InlineData(PowerState.ShuttingDown, PowerState.Terminated)]
    internal void An_instance_added_in_transition_arrives(PowerState from, PowerState to)
    {
        Add(A, from);

        Assert.Equal(from, Aws.Ec2[A].State);
        Time.AdvanceBy(StopTime);
        Assert.Equal(to, Aws.Ec2[A].State);
    }

    [Fact]
    public async Task People_start_stop_and_terminate_without_a_call()
    {
        Add(A, PowerState.Stopped);
        using var ec2 = Ec2();

        Assert.True(Aws.Ec2.HumanStart(A));
        Assert.False(Aws.Ec2.HumanStop(A)); // pending
        Time.AdvanceTo(Start + StartTime);
        Assert.True(Aws.Ec2.HumanStop(A));
        Aws.Ec2.Terminate(A);
        Assert.Equal("shutting-down", (await Single(ec2, A)).State.Name.Value);
        Time.AdvanceBy(StopTime);
        Assert.Equal("terminated", (await Single(ec2, A)).State.Name.Value);
        Time.AdvanceBy(TimeSpan.FromHours(1));
        Assert.Empty((await ec2.DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations ?? []);
        Assert.Equal(0, Aws.Calls.Count("ec2", "StartInstances"));
        Assert.DoesNotContain(Aws.Ec2.History, t => t.Cause == PowerCause.Api);
    }

    [Fact]
    public async Task A_denied_action_is_denied_in_that_account_and_region_only()
    {
        Add(A, PowerState.Stopped);
        Aws.Ec2.Add(new LocalInstance { Id = B, Region = Ningxia });
        Aws.Ec2.Deny(Hub, Beijing, "ec2:StartInstances");
        using var beijing = Ec2();
        using var ningxia = Ec2(region: Ningxia);

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => beijing.StartInstancesAsync(new StartInstancesRequest([A])));
        await ningxia.StartInstancesAsync(new StartInstancesRequest([B]));

        Assert.Equal("UnauthorizedOperation", error.ErrorCode);
        Assert.Equal(PowerState.Pending, Aws.Ec2[B].State);
    }

    [Fact]
    public async Task Tags_are_set_replaced_and_deleted_and_found()
    {
        Add(A, PowerState.Stopped, ("keep", "1"), ("old", "1"));
        Add(B, PowerState.Stopped);
        using var ec2 = Ec2();

        await ec2.CreateTagsAsync(
            new CreateTagsRequest { Resources = [A, B], Tags = [new Tag("started", "a=b & c"), new Tag("old", "2")] });
        await ec2.DeleteTagsAsync(
            new DeleteTagsRequest { Resources = [A], Tags = [new Tag("old"), new Tag("keep", "other value"), new Tag("unknown")] });

        Assert.Equal("keep=1, started=a=b & c", string.Join(", ", Aws.Ec2[A].CurrentTags.Select(t => $"{t.Key}={t.Value}")));
        Assert.Equal([A, B], Ids(await ec2.DescribeInstancesAsync(Filtered("tag-key", "started"))));
        Assert.Equal([B], Ids(await ec2.DescribeInstancesAsync(Filtered("tag:old", "2"))));
    }

    [Theory]
    [InlineData("aws:x", 1, "InvalidParameterValue")]
    [InlineData("tag", 51, "TagLimitExceeded")]
    public async Task Tags_beyond_the_rules_are_refused(string key, int count, string expected)
    {
        Add(A, PowerState.Stopped);
        using var ec2 = Ec2();
        var tags = Enumerable.Range(0, count).Select(i => new Tag($"{key}{i}", "v")).ToList();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.CreateTagsAsync(new CreateTagsRequest { Resources = [A], Tags = tags }));

        Assert.Equal(expected, error.ErrorCode);
        Assert.Empty(Aws.Ec2[A].CurrentTags);
    }

    [Theory]
    [InlineData(PowerState.Stopped, "m5.xlarge", null)]
    [InlineData(PowerState.Running, "m5.xlarge", "IncorrectInstanceState")]
    [InlineData(PowerState.Stopped, "huge", "InvalidInstanceAttributeValue")]
    internal async Task The_type_changes_while_stopped(PowerState state, string type, string? expected)
    {
        Add(A, state);
        using var ec2 = Ec2();

        var error = await Record.ExceptionAsync(
            () => ec2.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = A, InstanceType = type }));

        Assert.Equal(expected, (error as AmazonEC2Exception)?.ErrorCode);
        Assert.Equal(expected is null ? type : "m5.large", Aws.Ec2[A].CurrentType);
    }

    private static DescribeInstancesRequest Filtered(string name, params string[] values) =>
        new() { Filters = [new Filter(name, [.. values])] };

    private static string[] Ids(DescribeInstancesResponse response) =>
        [.. (response.Reservations ?? []).SelectMany(r => r.Instances).Select(i => i.InstanceId)];

    private static string Change(InstanceStateChange change) => $"{change.PreviousState.Name}>{change.CurrentState.Name}";

    private static async Task<Instance> Single(AmazonEC2Client ec2, string id) =>
        (await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [id] })).Reservations[0].Instances[0];

    private static async Task<string> StopError(AmazonEC2Client ec2, string id) =>
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.StopInstancesAsync(new StopInstancesRequest([id])))).ErrorCode;

    private LocalInstance Add(string id, PowerState state, params (string Key, string Value)[] tags) => Aws.Ec2.Add(
        new LocalInstance { Id = id, InitialState = state, Tags = tags.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal) });
}

public sealed class Ec2InProcessTests() : Ec2Tests(Transport.InProcess);

public sealed class Ec2LoopbackTests() : Ec2Tests(Transport.Loopback);
