using System.Text;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using PowerState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;
using TypeChange = InstanceScheduler.Aws.Services.TypeChange;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class PreferredTypeTests : Ec2Test
{
    private const string NoCapacity = "InsufficientInstanceCapacity";

    [Theory]
    // types without capacity | the instance's list | the type it starts with
    [InlineData("", "c5.large", OwnType)]
    [InlineData("m5.large", "c5.large", "c5.large")]
    [InlineData("m5.large", "c5.large,r5.large", "c5.large")]
    [InlineData("m5.large,c5.large", "c5.large,r5.large", "r5.large")]
    [InlineData("m5.large,c5.large", "m5.large,c5.large,r5.large", "r5.large")]
    [InlineData("m5.large,a.b,c.d,e.f,g.h", "a.b,c.d,e.f,g.h,c5.large", "c5.large")]
    public async Task It_starts_with_the_first_of_its_types_that_has_capacity(string exhausted, string list, string started)
    {
        var ids = AddMany(1);
        Exhaust(exhausted.Split(',', StringSplitOptions.RemoveEmptyEntries));

        var outcome = await StartAsync(ToStart(ids[0], null, list.Split(',')));

        Assert.Equal(ids[0], Assert.Single(outcome.Accepted));
        Assert.Equal((PowerState.Pending, started), (Aws.Ec2[ids[0]].State, Aws.Ec2[ids[0]].CurrentType));
        Assert.Equal(started == OwnType ? [] : [new TypeChange(OwnType, started)], outcome.Resized.Values);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task When_none_has_any_its_own_type_is_set_again_and_the_problem_names_those_tried()
    {
        var ids = AddMany(3);
        Exhaust(OwnType, "c5.large", "r5.large");

        var outcome = await StartAsync([.. ids.Select(id => ToStart(id, null, "c5.large", "r5.large"))]);

        Assert.All(ids, id => Assert.Equal((PowerState.Stopped, OwnType), (Aws.Ec2[id].State, Aws.Ec2[id].CurrentType)));
        Assert.Empty(outcome.Resized);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((NoCapacity, 3), (problem.Code, problem.Ids.Length));
        Assert.EndsWith("; nor was there any for c5.large, r5.large", problem.Message, StringComparison.Ordinal);
        Assert.Equal("tried again every run; IS-PreferredInstanceTypes may list more types", problem.Remedy);
    }

    [Fact]
    public async Task Who_lists_none_keeps_the_plain_problem_and_its_type_is_not_touched()
    {
        var ids = AddMany(3);
        Exhaust(OwnType);

        var outcome = await StartAsync(ToStart(ids[0]), ToStart(ids[1], null, OwnType), ToStart(ids[2], null, "c5.large"));

        Assert.Equal(ids[2], Assert.Single(outcome.Accepted));
        Assert.Equal(1, CallsOf("ModifyInstanceAttribute"));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(ids[..2], problem.Ids, StringComparer.Ordinal);
        Assert.Contains("IS-PreferredInstanceTypes", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TypeMismatch.Architecture, "InvalidParameterCombination", "ModifyInstanceAttribute to c5.large")]
    [InlineData(TypeMismatch.EnhancedNetworking, "InvalidParameterCombination", "StartInstances")]
    [InlineData(TypeMismatch.Configuration, "Unsupported", "StartInstances")]
    internal async Task A_type_that_is_not_for_it_is_passed_over_and_told_once(TypeMismatch mismatch, string code, string operation)
    {
        var ids = AddMany(2);
        Exhaust(OwnType);
        foreach (var id in ids)
            Aws.Ec2[id].IncompatibleTypes = new Dictionary<string, TypeMismatch> { ["c5.large"] = mismatch };

        var outcome = await StartAsync([.. ids.Select(id => ToStart(id, null, "c5.large", "r5.large"))]);

        Assert.Equal(2, outcome.Accepted.Count);
        Assert.All(outcome.Resized.Values, change => Assert.Equal(new TypeChange(OwnType, "r5.large"), change));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("PreferredTypePassedOver", 2), (problem.Code, problem.Ids.Length));
        Assert.StartsWith($"c5.large of IS-PreferredInstanceTypes was passed over: {operation} failed with {code}: ", problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Remedy);
    }

    [Fact]
    public async Task A_type_that_its_zone_has_stopped_taking_is_as_good_as_one_without_capacity()
    {
        var ids = AddMany(1);
        Aws.Ec2[ids[0]].IncompatibleTypes = new Dictionary<string, TypeMismatch> { [OwnType] = TypeMismatch.Configuration };

        var outcome = await StartAsync(ToStart(ids[0], null, "c5.large"));

        Assert.Single(outcome.Accepted);
        Assert.Empty(outcome.Problems);
    }

    [Theory]
    [InlineData("InsufficientHostCapacity", true)]
    [InlineData("InsufficientCapacityOnHost", true)]
    [InlineData("ReservationCapacityExceeded", true)]
    [InlineData("VcpuLimitExceeded", false)]
    [InlineData("InsufficientVolumeCapacity", false)]
    [InlineData("InsufficientFreeAddressesInSubnet", false)]
    [InlineData("IncorrectInstanceState", false)]
    [InlineData("UnauthorizedOperation", false)]
    public async Task Other_types_are_tried_for_want_of_capacity_only(string code, bool areTried)
    {
        var ids = AddMany(1);
        Aws.Ec2[ids[0]].StartRefusal = code;

        await StartAsync(ToStart(ids[0], null, "c5.large"));

        Assert.Equal(areTried ? 2 : 0, CallsOf("ModifyInstanceAttribute"));
        Assert.Equal(OwnType, Aws.Ec2[ids[0]].CurrentType);
    }

    [Fact]
    public async Task The_type_that_was_asked_for_is_the_one_set_again()
    {
        var ids = AddMany(1);
        Exhaust("c5.xlarge", "c5.large");

        var outcome = await StartAsync(ToStart(ids[0], "c5.xlarge", "c5.large"));

        Assert.Equal("c5.xlarge", Aws.Ec2[ids[0]].CurrentType);
        Assert.Equal(new TypeChange(OwnType, "c5.xlarge"), Assert.Single(outcome.Resized).Value);
        Assert.EndsWith("nor was there any for c5.large", Assert.Single(outcome.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ends_with_the_type_it_had_was_not_resized()
    {
        var ids = AddMany(1);
        Exhaust("c5.xlarge");

        var outcome = await StartAsync(ToStart(ids[0], "c5.xlarge", OwnType));

        Assert.Single(outcome.Accepted);
        Assert.Equal(OwnType, Aws.Ec2[ids[0]].CurrentType);
        Assert.Empty(outcome.Resized);
    }

    [Fact]
    public async Task No_more_than_five_are_tried()
    {
        var ids = AddMany(1);
        string[] list = ["a.1", "a.2", "a.3", "a.4", "a.5", "a.6", "a.7"];
        Exhaust([OwnType, .. list]);

        await StartAsync(ToStart(ids[0], null, list));

        Assert.Equal(PreferredTypeStarts.MostTypes + 1, CallsOf("ModifyInstanceAttribute"));
        Assert.Equal(PreferredTypeStarts.MostTypes + 1, CallsOf("StartInstances"));
    }

    [Fact]
    public async Task Where_its_type_cannot_be_set_again_the_problem_says_so()
    {
        var ids = AddMany(1);
        Exhaust(OwnType, "c5.large");
        Aws.Faults.Add(call => SetsType(call.Body, OwnType) ? LocalFault.Answer("UnauthorizedOperation", 403) : null);

        var outcome = await StartAsync(ToStart(ids[0], null, "c5.large"));

        Assert.Equal(new TypeChange(OwnType, "c5.large"), Assert.Single(outcome.Resized).Value);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(NoCapacity, problem.Code);
        Assert.EndsWith("its type may be c5.large now, since UnauthorizedOperation kept m5.large from being set again", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("set its type to m5.large by hand; ", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_may_have_acted_is_left_alone()
    {
        var ids = AddMany(1);
        Exhaust(OwnType);
        var starts = 0;
        Aws.Faults.Add(call => call.Operation == "StartInstances" && ++starts > 1 ? LocalFault.LoseAnswer : null);
        using var minute = Minute();

        var outcome = await Service.StartAsync([ToStart(ids[0], null, "c5.large", "r5.large")], minute);

        Assert.Equal(ids[0], Assert.Single(outcome.Unknown));
        Assert.Equal((PowerState.Running, "c5.large"), (Aws.Ec2[ids[0]].State, Aws.Ec2[ids[0]].CurrentType));
        Assert.Equal(new TypeChange(OwnType, "c5.large"), Assert.Single(outcome.Resized).Value);
        Assert.Equal("NetworkError", Assert.Single(outcome.Problems).Code);
    }

    [Theory]
    [InlineData("ModifyInstanceAttribute")]
    [InlineData("StartInstances")]
    public async Task A_throttle_that_outlives_the_retries_ends_the_trying(string operation)
    {
        var ids = AddMany(30);
        Exhaust(OwnType);
        Aws.Faults.Add(call => call.Operation == operation && call.Resources.Count == 1 && CallsOf("ModifyInstanceAttribute") > 0
            ? LocalFault.Answer("RequestLimitExceeded", 503) : null);
        Aws.Faults.Add(call => call.Operation == "ModifyInstanceAttribute" && operation == "ModifyInstanceAttribute"
            ? LocalFault.Answer("RequestLimitExceeded", 503) : null);
        using var minutes = new RunDeadline(TimeSpan.FromMinutes(3), Time, CancellationToken.None);

        var outcome = await Service.StartAsync([.. ids.Select(id => ToStart(id, null, "c5.large", "r5.large"))], minutes);

        Assert.Empty(outcome.Accepted);
        Assert.All(outcome.Problems, problem => Assert.Equal(NoCapacity, problem.Code));
        Assert.All(outcome.Problems, problem => Assert.Contains("kept it from trying others", problem.Message, StringComparison.Ordinal));
        Assert.InRange(Aws.Calls.Where(call => call.Operation == "ModifyInstanceAttribute").SelectMany(call => call.Resources).Distinct().Count(), 1, SideBySide.Most);
        AssertAccountedFor(ids, outcome);
    }

    [Fact]
    public async Task One_that_somebody_starts_meanwhile_is_left_alone()
    {
        var ids = AddMany(1);
        Exhaust(OwnType);
        Aws.Faults.Add("ec2", "ModifyInstanceAttribute", LocalFault.Answer("IncorrectInstanceState"));

        var outcome = await StartAsync(ToStart(ids[0], null, "c5.large", "r5.large"));

        Assert.Equal(1, CallsOf("ModifyInstanceAttribute"));
        Assert.EndsWith("IncorrectInstanceState kept it from trying others", Assert.Single(outcome.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_change_types_learns_so_after_a_few_calls()
    {
        var ids = AddMany(60);
        Exhaust(OwnType);
        Aws.Ec2.Deny(Account, Region, "ec2:ModifyInstanceAttribute");

        var outcome = await StartAsync([.. ids.Select(id => ToStart(id, null, "c5.large"))]);

        Assert.InRange(CallsOf("ModifyInstanceAttribute"), InstanceTypes.DenialsThatTell, InstanceTypes.DenialsThatTell + SideBySide.Most);
        Assert.Contains(outcome.Problems, problem => problem is { Code: "PreferredTypePassedOver", Remedy: "allow ec2:ModifyInstanceAttribute for the scheduler's role" });
        AssertAccountedFor(ids, outcome);
    }

    private void Exhaust(params string[] types)
    {
        foreach (var type in types)
            Aws.Ec2.Exhaust(Account, Region, type);
    }

    private static bool SetsType(ReadOnlyMemory<byte> body, string type) =>
        Encoding.UTF8.GetString(body.Span).Contains($"InstanceType.Value={type}", StringComparison.Ordinal);
}
