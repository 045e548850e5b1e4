using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using TypeChange = InstanceScheduler.Aws.Services.TypeChange;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class ResizingTests : Ec2Test
{
    private const string Wanted = "c5.xlarge";

    [Fact]
    public async Task Who_is_to_have_another_type_gets_it_and_is_started()
    {
        var ids = AddMany(60);

        var outcome = await StartAsync([.. ids.Select((id, place) => ToStart(id, place < 10 ? Wanted : null))]);

        Assert.Equal(60, outcome.Accepted.Count);
        Assert.Equal(ids[..10], outcome.Resized.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(outcome.Resized.Values, change => Assert.Equal(new TypeChange(OwnType, Wanted), change));
        Assert.Equal(10, Aws.Ec2.Instances.Count(instance => (instance.CurrentType, instance.State) == (Wanted, PowerState.Pending)));
        Assert.Equal((10L, 2L), (CallsOf("ModifyInstanceAttribute"), CallsOf("StartInstances")));
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task Who_has_the_type_is_just_started()
    {
        var ids = AddMany(1);

        var outcome = await StartAsync(ToStart(ids[0], OwnType));

        Assert.Equal(0, CallsOf("ModifyInstanceAttribute"));
        Assert.Empty(outcome.Resized);
        Assert.Single(outcome.Accepted);
    }

    [Theory]
    [InlineData(TypeMismatch.Architecture, null, Wanted, "InvalidParameterCombination", "architecture", true)]
    [InlineData(TypeMismatch.Virtualization, null, Wanted, "InvalidParameterCombination", "@type", true)]
    [InlineData(null, null, "large", "InvalidInstanceAttributeValue", "@type", true)]
    [InlineData(null, "UnsupportedOperation", Wanted, "UnsupportedOperation", "@type", true)]
    [InlineData(null, "IncorrectInstanceState", Wanted, "IncorrectInstanceState", "next run", false)]
    [InlineData(null, "UnauthorizedOperation", Wanted, "UnauthorizedOperation", "allow ec2:ModifyInstanceAttribute", false)]
    internal async Task Whom_AWS_refuses_the_type_is_not_started(
        TypeMismatch? mismatch, string? refusal, string type, string code, string remedy, bool isStanding)
    {
        var ids = AddMany(3);
        var refused = Aws.Ec2[ids[1]];
        refused.ResizeRefusal = refusal;
        if (mismatch is { } why)
            refused.IncompatibleTypes = new Dictionary<string, TypeMismatch> { [type] = why };

        var outcome = await StartAsync(ToStart(ids[0]), ToStart(ids[1], type), ToStart(ids[2], Wanted));

        Assert.Equal((PowerState.Stopped, OwnType), (refused.State, refused.CurrentType));
        Assert.Equal([ids[0], ids[2]], outcome.Accepted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.DoesNotContain(ids[1], outcome.Attempted);
        Assert.Equal(ids[2], Assert.Single(outcome.Resized).Key);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((code, ids[1], isStanding), (problem.Code, Assert.Single(problem.Ids), problem.IsStanding));
        Assert.StartsWith($"ModifyInstanceAttribute to {type} failed with {code}: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_with_one_cause_are_one_problem_for_each_type()
    {
        var ids = AddMany(40);
        foreach (var id in ids)
            Aws.Ec2[id].ResizeRefusal = "UnsupportedOperation";

        var outcome = await StartAsync([.. ids.Select((id, place) => ToStart(id, place % 2 == 0 ? "c5.large" : "r5.large"))]);

        Assert.Equal([20, 20], outcome.Problems.Select(problem => problem.Ids.Length));
        AssertAccountedFor(ids, outcome);
    }

    [Fact]
    public async Task A_type_that_can_be_set_and_not_be_started_is_told_with_the_change()
    {
        var ids = AddMany(20);
        foreach (var id in ids)
            Aws.Ec2[id].IncompatibleTypes = new Dictionary<string, TypeMismatch> { [Wanted] = TypeMismatch.EnhancedNetworking };

        var outcome = await StartAsync([.. ids.Select(id => ToStart(id, Wanted))]);

        Assert.Empty(outcome.Accepted);
        Assert.Equal(20, outcome.Resized.Count);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("InvalidParameterCombination", 20), (problem.Code, problem.Ids.Length));
        Assert.Contains("period's @type", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_lost_for_good_means_no_start_and_nothing_to_settle()
    {
        var ids = AddMany(2);
        Aws.Faults.Add(call => call.Operation == "ModifyInstanceAttribute" ? LocalFault.LoseAnswer : null);
        using var minute = Minute();

        var outcome = await Service.StartAsync([ToStart(ids[0]), ToStart(ids[1], Wanted)], minute);

        Assert.Equal(ids[0], Assert.Single(outcome.Accepted));
        Assert.Empty(outcome.Unknown);
        Assert.Empty(outcome.Resized);
        Assert.Equal(("NetworkError", ids[1]), (Assert.Single(outcome.Problems).Code, Assert.Single(outcome.Problems[0].Ids)));
        // The next run decides by what is so.
        Assert.Equal(Wanted, (await ListAsync())[1].InstanceType);
    }

    [Fact]
    public async Task An_answer_that_was_lost_once_changes_nothing()
    {
        var ids = AddMany(1);
        Aws.Faults.Add("ec2", "ModifyInstanceAttribute", LocalFault.LoseAnswer);

        var outcome = await StartAsync(ToStart(ids[0], Wanted));

        Assert.Single(outcome.Accepted);
        Assert.Equal(Wanted, Assert.Single(outcome.Resized).Value.New);
    }

    [Fact]
    public async Task A_throttle_that_outlives_the_retries_ends_it_and_keeps_nobody_else_from_starting()
    {
        var ids = AddMany(100);
        Aws.Faults.Add(call => call.Operation == "ModifyInstanceAttribute" ? LocalFault.Answer("RequestLimitExceeded", 503) : null);
        using var minute = Minute();

        var outcome = await Service.StartAsync([.. ids.Select((id, place) => ToStart(id, place < 50 ? Wanted : null))], minute);

        Assert.Equal(50, outcome.Accepted.Count);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("RequestLimitExceeded", 50), (problem.Code, problem.Ids.Length));
        Assert.InRange(Aws.Calls.Where(call => call.Operation == "ModifyInstanceAttribute").SelectMany(call => call.Resources).Distinct(StringComparer.Ordinal).Count(), 1, SideBySide.Most);
        AssertAccountedFor(ids, outcome);
    }

    [Fact]
    public async Task Out_of_time_nobody_is_started_with_another_type()
    {
        var ids = AddMany(100);
        Aws.Faults.AfterCall = _ =>
        {
            Time.AdvanceBy(TimeSpan.FromSeconds(7));
            return ValueTask.CompletedTask;
        };
        using var minute = Minute();

        var outcome = await Service.StartAsync([.. ids.Select(id => ToStart(id, Wanted))], minute);

        Assert.InRange(outcome.Resized.Count, 8, 20);
        Assert.Empty(outcome.Accepted);
        Assert.All(outcome.Problems, problem => Assert.Equal("OutOfTime", problem.Code));
        Assert.All(Aws.Ec2.Instances, instance => Assert.Equal(PowerState.Stopped, instance.State));
        AssertAccountedFor(ids, outcome);
    }

    [Fact]
    public async Task At_most_eight_calls_are_under_way_at_once()
    {
        var ids = AddMany(100);
        var (now, most) = (0, 0);
        Aws.Faults.BeforeCall = async _ =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            await Task.Yield();
        };
        Aws.Faults.AfterCall = _ =>
        {
            Interlocked.Decrement(ref now);
            return ValueTask.CompletedTask;
        };

        await StartAsync([.. ids.Select(id => ToStart(id, Wanted))]);

        Assert.InRange(most, 1, SideBySide.Most);
        Assert.Equal(100, CallsOf("ModifyInstanceAttribute"));
    }

    [Fact]
    public async Task A_role_that_may_not_is_one_problem_after_a_few_calls()
    {
        var ids = AddMany(500);
        Aws.Ec2.Deny(Account, Region, "ec2:ModifyInstanceAttribute");

        var outcome = await StartAsync([.. ids.Select(id => ToStart(id, Wanted))]);

        Assert.InRange(CallsOf("ModifyInstanceAttribute"), InstanceTypes.DenialsThatTell, InstanceTypes.DenialsThatTell + SideBySide.Most);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("UnauthorizedOperation", 500), (problem.Code, problem.Ids.Length));
        Assert.Equal("allow ec2:ModifyInstanceAttribute for the scheduler's role", problem.Remedy);
    }

    [Fact]
    public async Task Some_that_may_not_be_changed_keep_no_other_from_it()
    {
        var ids = AddMany(50);
        foreach (var id in ids[..10])
            Aws.Ec2[id].ResizeRefusal = "UnauthorizedOperation";

        var outcome = await StartAsync([.. ids.Select(id => ToStart(id, Wanted))]);

        Assert.Equal(ids[10..], outcome.Accepted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(10, Assert.Single(outcome.Problems).Ids.Length);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
            Interlocked.CompareExchange(ref target, value, seen);
    }
}
