using System.Text;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Calls;
using InstanceScheduler.Simulator.LocalAws.Faults;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;
using PowerState = InstanceScheduler.Aws.Services.PowerState;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class HibernationTests : Ec2Test
{
    private const string Hibernated = "Client.UserInitiatedHibernate";
    private const string ShutDown = "Client.UserInitiatedShutdown";

    [Fact]
    public async Task Who_can_is_hibernated_where_that_is_asked_for_and_nobody_else()
    {
        var ids = AddMany(3, LocalState.Running, hibernation: true);

        var outcome = await StopAsync(
            ToHibernate(ids[0]), ToHibernate(ids[1], can: false), new StopOrder(Stated(ids[2], PowerState.Running) with { CanHibernate = true }));

        Assert.Equal([Hibernated, ShutDown, ShutDown], ids.Select(ReasonOf));
        Assert.Equal(3, outcome.Accepted.Count);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task A_thousand_half_of_which_hibernate_take_twenty_calls()
    {
        var ids = AddMany(1_000, LocalState.Running, hibernation: true);

        var outcome = await StopAsync([.. ids.Select((id, place) => ToHibernate(id, can: place % 2 == 0))]);

        Assert.Equal(1_000, outcome.Accepted.Count);
        Assert.Equal(20, CallsOf("StopInstances"));
    }

    [Theory]
    [InlineData("UnsupportedHibernationConfiguration", "if it was launched so", true)]
    [InlineData("UnsupportedOperation", "a few minutes after its start", false)]
    [InlineData("IncorrectInstanceState", "a few minutes after its start", false)]
    [InlineData("InvalidParameterValue", "a few minutes after its start", false)]
    [InlineData("NeverHeardOf", "a few minutes after its start", false)]
    public async Task What_AWS_will_not_hibernate_is_stopped_in_the_same_run(string code, string remedy, bool isStanding)
    {
        var ids = AddMany(60, LocalState.Running, hibernation: true);
        RefuseToHibernate(LocalFault.Answer(code, 400, "Not now."));

        var outcome = await StopAsync([.. ids.Select(id => ToHibernate(id))]);

        Assert.All(ids, id => Assert.Equal(ShutDown, ReasonOf(id)));
        Assert.Equal(60, outcome.Accepted.Count);
        Assert.All(outcome.Problems, problem => Assert.Equal(("HibernationRefused", isStanding), (problem.Code, problem.IsStanding)));
        var told = outcome.Problems[0];
        Assert.Contains($"{code}: Not now.", told.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, told.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_ready_yet_keeps_none_of_the_others_from_hibernating()
    {
        var ids = AddMany(50, LocalState.Running, hibernation: true);
        Aws.Ec2.HumanStop(ids[17]);
        Time.AdvanceBy(TimeSpan.FromMinutes(1));
        Aws.Ec2.HumanStart(ids[17]);
        Time.AdvanceBy(TimeSpan.FromMinutes(1));

        var outcome = await StopAsync([.. ids.Select(id => ToHibernate(id))]);

        Assert.Equal(50, outcome.Accepted.Count);
        Assert.Equal([ids[17]], ids.Where(id => ReasonOf(id) == ShutDown));
        Assert.Equal(("HibernationRefused", ids[17]), (Assert.Single(outcome.Problems).Code, Assert.Single(outcome.Problems[0].Ids)));
    }

    [Fact]
    public async Task One_that_cannot_be_stopped_at_all_is_one_problem()
    {
        var ids = AddMany(3, LocalState.Running, hibernation: true);
        Aws.Ec2[ids[1]].StopProtected = true;

        var outcome = await StopAsync([.. ids.Select(id => ToHibernate(id))]);

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("OperationNotPermitted", ids[1]), (problem.Code, Assert.Single(problem.Ids)));
        Assert.Equal(2, outcome.Accepted.Count);
        Assert.All((string[])[ids[0], ids[2]], id => Assert.Equal(Hibernated, ReasonOf(id)));
    }

    [Fact]
    public async Task One_that_may_be_hibernating_is_not_stopped_besides()
    {
        var ids = AddMany(2, LocalState.Running, hibernation: true);
        RefuseToHibernate(LocalFault.LoseAnswer);
        using var minute = Minute();

        var outcome = await Service.StopAsync([.. ids.Select(id => ToHibernate(id))], minute);

        Assert.Equal(2, outcome.Unknown.Count);
        Assert.Equal("NetworkError", Assert.Single(outcome.Problems).Code);
        Assert.All(ids, id => Assert.Equal(Hibernated, ReasonOf(id)));
    }

    [Fact]
    public async Task Not_even_when_it_is_refused_after_an_answer_that_was_lost()
    {
        var ids = AddMany(1, LocalState.Running, hibernation: true);
        var calls = 0;
        Aws.Faults.Add(call => Hibernates(call) ? ++calls == 1 ? LocalFault.LoseAnswer : LocalFault.Answer("UnsupportedOperation") : null);

        var outcome = await StopAsync(ToHibernate(ids[0]));

        Assert.Equal(2, CallsOf("StopInstances"));
        Assert.Equal(ids[0], Assert.Single(outcome.Unknown));
        Assert.Equal("UnsupportedOperation", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task A_throttle_that_outlives_the_retries_ends_hibernating_and_nothing_else()
    {
        var ids = AddMany(2, LocalState.Running, hibernation: true);
        RefuseToHibernate(LocalFault.Answer("RequestLimitExceeded", 503));
        using var minute = Minute();

        var outcome = await Service.StopAsync([ToHibernate(ids[0]), new StopOrder(Stated(ids[1], PowerState.Running))], minute);

        Assert.Equal(LocalState.Running, Aws.Ec2[ids[0]].State);
        Assert.Equal(ids[1], Assert.Single(outcome.Accepted));
        Assert.Equal("RequestLimitExceeded", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task A_role_that_may_not_stop_makes_few_calls()
    {
        var ids = AddMany(200, LocalState.Running, hibernation: true);
        Aws.Ec2.Deny(Account, Region, "ec2:StopInstances");

        var outcome = await StopAsync([.. ids.Select(id => ToHibernate(id))]);

        Assert.InRange(CallsOf("StopInstances"), 1, 8);
        Assert.Equal("allow ec2:StopInstances for the scheduler's role", Assert.Single(outcome.Problems).Remedy);
    }

    private string? ReasonOf(string id) => Aws.Ec2[id].Now.Reason?.Code;

    private void RefuseToHibernate(LocalFault fault) => Aws.Faults.Add(call => Hibernates(call) ? fault : null);

    private static bool Hibernates(CallRequest call) =>
        call.Operation == "StopInstances" && Encoding.UTF8.GetString(call.Body.Span).Contains("Hibernate=true", StringComparison.Ordinal);
}
