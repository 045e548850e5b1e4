using System.Collections.Immutable;
using CsCheck;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;
using PowerState = InstanceScheduler.Aws.Services.PowerState;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

/// <summary>What holds for any fleet, however many of it AWS refuses and whatever happens to the calls.</summary>
public sealed class Ec2Laws : Ec2Test
{
    private const string NoCapacity = "p4d.24xlarge";
    private const string Unfit = "c6g.large";
    private const string Fit = "c5.large";

    // A refusal is the code with which AWS meets every start.
    private static readonly ImmutableArray<(string Type, string? Refusal, string? ResizeTo, string[] Preferred)> Kinds =
    [
        (OwnType, null, null, []), (OwnType, null, null, [Fit]), (OwnType, null, Fit, []), (OwnType, null, Fit, [NoCapacity]),
        (OwnType, null, Unfit, []), (OwnType, null, Unfit, [Fit]), (OwnType, null, NoCapacity, []), (OwnType, null, NoCapacity, [Unfit, Fit]),
        (NoCapacity, null, null, []), (NoCapacity, null, null, [Unfit, Fit]), (NoCapacity, null, null, [Unfit]), (NoCapacity, null, null, [NoCapacity]),
        (NoCapacity, null, Fit, []), (OwnType, "IncorrectInstanceState", null, []), (OwnType, "VcpuLimitExceeded", Fit, [OwnType]),
        (OwnType, "InvalidKMSKey.DisabledException", null, [Fit]), (OwnType, "InsufficientHostCapacity", null, [Fit]),
    ];

    private int _number;

    [Fact]
    public async Task Of_any_mixture_each_is_started_or_told_once_and_none_keeps_another_from_it() =>
        await Gen.Int[0, Kinds.Length - 1].Array[1, 70].SampleAsync(async kinds =>
        {
            Aws.Ec2.Exhaust(Account, Region, NoCapacity);
            ImmutableArray<StartOrder> orders = [.. kinds.Select(kind => Order(Kinds[kind]))];

            var outcome = await Service.StartAsync(orders, Deadline);

            AssertAccountedFor(orders.Select(order => order.Id), outcome);
            Assert.Empty(outcome.Unknown);
            Assert.All(orders, order =>
            {
                var instance = Aws.Ec2[order.Id];
                Assert.Equal(CanStart(order, instance), outcome.Accepted.Contains(order.Id));
                Assert.Equal(outcome.Accepted.Contains(order.Id), instance.State != LocalState.Stopped);
                AssertTypeIsTold(order, outcome);
                if (instance.State == LocalState.Stopped)
                    Assert.Contains(instance.CurrentType, (string?[])[order.Instance.InstanceType, order.ResizeTo]);
            });
        }, iter: 150, threads: 1);

    [Fact]
    public async Task Whatever_happens_to_the_calls_nothing_acts_unseen_or_starts_with_a_type_that_nobody_wants() =>
        await (from kinds in Gen.Int[0, Kinds.Length - 1].Array[1, 70] from seed in Gen.Int from percent in Gen.Int[1, 60] select (kinds, seed, percent))
            .SampleAsync(async sample =>
            {
                Aws.Ec2.Exhaust(Account, Region, NoCapacity);
                ImmutableArray<StartOrder> orders = [.. sample.kinds.Select(kind => Order(Kinds[kind]))];
                Disturb(sample.seed, sample.percent);
                using var deadline = new RunDeadline(TimeSpan.FromMinutes(2), Time, CancellationToken.None);

                var outcome = await Service.StartAsync(orders, deadline);

                Aws.Faults.Clear();
                Assert.All(orders, order =>
                {
                    var instance = Aws.Ec2[order.Id];
                    if (instance.State == LocalState.Stopped)
                        return;
                    Assert.True(outcome.Accepted.Contains(order.Id) || outcome.Unknown.Contains(order.Id), order.Id);
                    Assert.Contains(instance.CurrentType, (string[])[order.ResizeTo ?? order.Instance.InstanceType, .. order.Instance.PreferredTypes]);
                    AssertTypeIsTold(order, outcome);
                });
                Assert.All(outcome.Accepted, id => Assert.NotEqual(LocalState.Stopped, Aws.Ec2[id].State));
            }, iter: 150, threads: 1);

    [Fact]
    public async Task Of_any_mixture_each_is_stopped_or_told_once_and_hibernates_where_it_can() =>
        await Gen.Int[0, 5].Array[1, 60].SampleAsync(async kinds =>
        {
            ImmutableArray<StopOrder> orders = [.. kinds.Select(StopOrderOf)];

            var outcome = await Service.StopAsync(orders, Deadline);

            AssertAccountedFor(orders.Select(order => order.Id), outcome);
            Assert.All(orders.Zip(kinds), pair =>
            {
                var instance = Aws.Ec2[pair.First.Id];
                Assert.Equal(pair.Second is not (2 or 3), outcome.Accepted.Contains(instance.Id));
                Assert.Equal(pair.Second is 2 or 3, instance.State == LocalState.Running);
                Assert.Equal(pair.Second == 0, instance.Now.Reason?.Code == "Client.UserInitiatedHibernate");
            });
            Assert.Equal(kinds.Count(kind => kind == 1), outcome.Problems.Where(problem => problem.Code == "HibernationRefused").Sum(problem => problem.Ids.Length));
        }, iter: 60, threads: 1);

    [Fact]
    public async Task Of_any_mixture_each_is_tagged_or_told_once() =>
        await Gen.Int[0, 4].Array[1, 120].SampleAsync(async kinds =>
        {
            string[] ids = [.. kinds.Select(kind => AddOne(new LocalInstance { Id = NextId(), TagRefusal = kind == 0 ? "TagLimitExceeded" : kind == 1 ? "IncorrectState" : null }))];

            var problems = await Service.TagAsync(
                [.. ids.Select((id, place) => new TagChange(Stated(id, PowerState.Stopped), [new("Kind", $"{place % 3}")], []))], Deadline);

            Assert.Equal(ids.Where((_, place) => kinds[place] > 1), ids.Where(id => Aws.Ec2[id].CurrentTags.ContainsKey("Kind")), StringComparer.Ordinal);
            Assert.Equal(ids.Where((_, place) => kinds[place] <= 1), problems.SelectMany(problem => problem.Ids).Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.Equal(problems.Length, problems.Select(problem => problem.Code).Distinct(StringComparer.Ordinal).Count());
        }, iter: 100, threads: 1);

    private string NextId() => IdOf(++_number);

    private string AddOne(LocalInstance instance) => Aws.Ec2.Add(instance).Id;

    private StartOrder Order((string Type, string? Refusal, string? ResizeTo, string[] Preferred) kind)
    {
        var id = AddOne(new LocalInstance
        {
            Id = NextId(),
            Type = kind.Type,
            StartRefusal = kind.Refusal,
            IncompatibleTypes = new Dictionary<string, TypeMismatch>(StringComparer.Ordinal)
            {
                [Unfit] = _number % 2 == 0 ? TypeMismatch.Architecture : TypeMismatch.EnhancedNetworking,
            },
        });
        return new StartOrder(Stated(id, PowerState.Stopped) with { InstanceType = kind.Type, PreferredTypes = [.. kind.Preferred] }, kind.ResizeTo);
    }

    private static bool CanStart(StartOrder order, LocalInstance instance)
    {
        var wanted = order.ResizeTo ?? order.Instance.InstanceType;
        return instance.StartRefusal is null && wanted != Unfit && (wanted != NoCapacity || order.Instance.PreferredTypes.Contains(Fit, StringComparer.Ordinal));
    }

    private void AssertTypeIsTold(StartOrder order, ActionOutcome outcome)
    {
        var type = outcome.Resized.TryGetValue(order.Id, out var change) ? change.New : order.Instance.InstanceType;
        Assert.Equal(Aws.Ec2[order.Id].CurrentType, type);
        Assert.True(change == default || change.Old == order.Instance.InstanceType, order.Id);
    }

    // 0: hibernates; 1: is not configured for it, whatever the listing said; 2: protected; 3: refused; 4: cannot; 5: is not asked to.
    private StopOrder StopOrderOf(int kind)
    {
        var id = AddOne(new LocalInstance
        {
            Id = NextId(),
            InitialState = LocalState.Running,
            HibernationConfigured = kind is not (1 or 4),
            StopProtected = kind == 2,
            StopRefusal = kind == 3 ? "IncorrectInstanceState" : null,
        });
        return new StopOrder(Stated(id, PowerState.Running) with { CanHibernate = kind != 4 }, Hibernate: kind != 5);
    }

    private void Disturb(int seed, int percent) => Aws.Faults.Add(call =>
    {
        var draw = (int)(new Random(unchecked(seed + (int)call.Sequence)).NextDouble() * 100);
        return draw >= percent ? null
            : (draw % 4) switch
            {
                0 => LocalFault.LoseAnswer,
                1 => LocalFault.LoseRequest,
                2 => LocalFault.Answer("RequestLimitExceeded", 503),
                _ => LocalFault.Answer("InternalError", 500),
            };
    });
}
