using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Faults;
using PowerState = InstanceScheduler.Aws.Services.PowerState;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class TaggingTests : Ec2Test
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> Started = [new("State", "started"), new("By", "scheduler")];

    [Fact]
    public async Task What_is_to_go_goes_before_what_is_to_come()
    {
        var ids = AddMany(1);
        Aws.Ec2.HumanTag(ids[0], "Stopped", "yesterday");
        Aws.Ec2.HumanTag(ids[0], "State", "stopped");

        var problems = await TagAsync(Change(ids[0], Started, "Stopped", "State", "NeverThere"));

        Assert.Empty(problems);
        Assert.Equal(["By=scheduler", "Schedule=office", "State=started"], Aws.Ec2[ids[0]].CurrentTags.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal(["DeleteTags", "CreateTags"], Aws.Calls.Select(call => call.Operation), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(1_000, 2)]
    [InlineData(1_001, 4)]
    public async Task A_thousand_go_into_a_call(int count, int calls)
    {
        var ids = AddMany(count);

        Assert.Empty(await TagAsync([.. ids.Select(id => Change(id, Started, "Stopped"))]));

        Assert.Equal(calls, Aws.Calls.Count("ec2"));
        Assert.All(Aws.Ec2.Instances, instance => Assert.Equal("started", instance.CurrentTags["State"]));
    }

    [Fact]
    public async Task A_thousand_starts_with_their_tags_take_two_dozen_calls_at_most()
    {
        var ids = AddMany(1_000);

        await StartAsync(ids, Deadline);
        await TagAsync([.. ids.Select(id => Change(id, Started, "Stopped"))]);

        Assert.InRange(Aws.Calls.Count("ec2"), 22, 24);
    }

    [Fact]
    public async Task What_is_alike_goes_together_whatever_else_differs()
    {
        var ids = AddMany(30);

        Assert.Empty(await TagAsync([.. ids.Select((id, place) =>
            Change(id, [new("Number", $"{place % 3}")], place % 2 == 0 ? ["A"] : ["A", "B"]))]));

        Assert.Equal((2L, 3L), (CallsOf("DeleteTags"), CallsOf("CreateTags")));
        Assert.All(ids, id => Assert.Equal($"{ids.IndexOf(id) % 3}", Aws.Ec2[id].CurrentTags["Number"]));
    }

    [Fact]
    public async Task Nothing_to_do_is_no_call()
    {
        Assert.Empty(await TagAsync(Change(AddMany(1)[0], [])));

        Assert.Equal(0, Aws.Calls.Count("ec2"));
    }

    [Fact]
    public async Task An_instance_that_is_full_keeps_no_other_from_being_tagged()
    {
        var ids = AddMany(1_000);
        foreach (var id in (string[])[ids[0], ids[499], ids[999]])
            Fill(id, 49);

        var problem = Assert.Single(await TagAsync([.. ids.Select(id => Change(id, Started))]));

        Assert.Equal("TagLimitExceeded", problem.Code);
        Assert.Equal([ids[0], ids[499], ids[999]], problem.Ids.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains("remove a tag", problem.Remedy, StringComparison.Ordinal);
        Assert.True(problem.IsStanding);
        Assert.Equal(997, Aws.Ec2.Instances.Count(instance => instance.CurrentTags.ContainsKey("State")));
    }

    [Fact]
    public async Task A_full_one_has_room_once_the_other_tags_are_gone()
    {
        var ids = AddMany(1);
        Fill(ids[0], 49);

        Assert.Empty(await TagAsync(Change(ids[0], Started, "tag 1", "tag 2")));
    }

    [Fact]
    public async Task One_that_went_away_is_told_once_and_the_others_are_tagged()
    {
        var ids = AddMany(20);
        Aws.Ec2.Terminate(ids[7]);
        Time.AdvanceBy(TimeSpan.FromDays(1));

        var problem = Assert.Single(await TagAsync([.. ids.Select(id => Change(id, Started, "Stopped"))]));

        Assert.Equal(("InvalidInstanceID.NotFound", ids[7]), (problem.Code, Assert.Single(problem.Ids)));
        Assert.All(ids.Remove(ids[7]), id => Assert.Equal("started", Aws.Ec2[id].CurrentTags["State"]));
    }

    [Theory]
    [InlineData("ec2:CreateTags", "DeleteTags")]
    [InlineData("ec2:DeleteTags", "CreateTags")]
    public async Task A_role_that_may_do_one_thing_only_does_that(string denied, string done)
    {
        var ids = AddMany(100);
        Aws.Ec2.Deny(Account, Region, denied);

        var problem = Assert.Single(await TagAsync([.. ids.Select(id => Change(id, Started, "Stopped"))]));

        Assert.Equal($"allow {denied} for the scheduler's role", problem.Remedy);
        Assert.Equal(1, CallsOf(done));
        Assert.InRange(CallsOf(denied["ec2:".Length..]), 1, 4);
    }

    [Fact]
    public async Task Several_contents_that_fail_alike_are_one_problem()
    {
        var ids = AddMany(30);
        Aws.Ec2.Deny(Account, Region, "ec2:CreateTags");

        var problem = Assert.Single(await TagAsync([.. ids.Select((id, place) => Change(id, [new("Number", $"{place % 3}")]))]));

        Assert.Equal(30, problem.Ids.Length);
    }

    [Fact]
    public async Task A_throttle_that_outlives_the_retries_ends_it()
    {
        var ids = AddMany(30);
        Aws.Faults.Add(call => call.Operation == "CreateTags" ? LocalFault.Answer("RequestLimitExceeded", 503) : null);
        using var minute = Minute();

        var problem = Assert.Single(await Service.TagAsync([.. ids.Select((id, place) => Change(id, [new("Number", $"{place % 3}")]))], minute));

        Assert.Equal(("RequestLimitExceeded", 30), (problem.Code, problem.Ids.Length));
        Assert.Equal("these tags are right again after the next start or stop", problem.Remedy);
        Assert.Single(Aws.Calls.Select(call => string.Join(' ', call.Resources)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_time_nothing_is_called_and_everyone_is_told()
    {
        var ids = AddMany(30);
        using var over = new RunDeadline(TimeSpan.Zero, Time, CancellationToken.None);

        var problem = Assert.Single(await Service.TagAsync([.. ids.Select((id, place) => Change(id, [new("Number", $"{place % 3}")]))], over));

        Assert.Equal("CreateTags ran out of time with 30 instances to go", problem.Message);
        Assert.Equal(0, Aws.Calls.Count("ec2"));
    }

    [Theory]
    [InlineData("InternalError", 500)]
    [InlineData("InvalidParameterValue", 400)]
    [InlineData("TagPolicyViolation", 400)]
    [InlineData("ConcurrentTagAccess", 400)]
    [InlineData("NeverHeardOf", 400)]
    [InlineData(null, 0)]
    public async Task Whatever_goes_wrong_is_a_problem(string? code, int status)
    {
        var ids = AddMany(2);
        Aws.Faults.Add(_ => code is null ? LocalFault.LoseAnswer : LocalFault.Answer(code, status));
        using var minute = Minute();

        var problems = await Service.TagAsync([.. ids.Select(id => Change(id, Started, "Stopped"))], minute);

        Assert.Equal(ids, problems.SelectMany(problem => problem.Ids).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private Task<ImmutableArray<Problem>> TagAsync(params ImmutableArray<TagChange> changes) => Service.TagAsync(changes, Deadline);

    private static TagChange Change(string id, ImmutableArray<KeyValuePair<string, string>> set, params string[] remove) =>
        new(Stated(id, PowerState.Stopped), set, [.. remove]);

    private void Fill(string id, int more)
    {
        for (var number = 1; number <= more; number++)
            Aws.Ec2.HumanTag(id, $"tag {number}", "x");
    }
}
