using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;
using PowerState = InstanceScheduler.Aws.Services.PowerState;
using ScheduledService = InstanceScheduler.Aws.Services.Ec2.Ec2Service;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

/// <summary>The service over a local EC2: fleets by number, orders by id.</summary>
public abstract class Ec2Test : AwsTest
{
    protected const string Tag = "Schedule";
    protected const string OwnType = "m5.large";

    internal ScheduledService Service => new(Clients.Ec2(Region), Retry);

    protected static string IdOf(int number) => $"i-{number:x17}";

    internal static ImmutableDictionary<string, string> Tags(params (string Key, string Value)[] tags) =>
        tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);

    internal static ManagedInstance Stated(string id, PowerState state) => new() { Id = id, State = state, InstanceType = OwnType, Schedule = "office" };

    internal static StartOrder ToStart(string id, string? resizeTo = null, params string[] preferred) =>
        new(Stated(id, PowerState.Stopped) with { PreferredTypes = [.. preferred] }, resizeTo);

    internal static StopOrder ToHibernate(string id, bool can = true) =>
        new(Stated(id, PowerState.Running) with { CanHibernate = can }, Hibernate: true);

    internal void Add(int number, LocalState state = LocalState.Stopped, params (string Key, string Value)[] tags) =>
        Aws.Ec2.Add(new LocalInstance { Id = IdOf(number), InitialState = state, Tags = Tags(tags.Length == 0 ? [(Tag, "office")] : tags) });

    internal ImmutableArray<string> AddMany(int count, LocalState state = LocalState.Stopped, bool hibernation = false)
    {
        for (var number = 1; number <= count; number++)
            Aws.Ec2.Add(new LocalInstance { Id = IdOf(number), InitialState = state, HibernationConfigured = hibernation, Tags = Tags((Tag, "office")) });
        return [.. Enumerable.Range(1, count).Select(IdOf)];
    }

    internal async Task<ImmutableArray<ManagedInstance>> ListAsync(string tagName = Tag) => (await Service.ListAsync(tagName, Deadline)).Instances;

    internal Task<ActionOutcome> StartAsync(params StartOrder[] orders) => Service.StartAsync([.. orders], Deadline);

    internal Task<ActionOutcome> StartAsync(ImmutableArray<string> ids, RunDeadline deadline) =>
        Service.StartAsync([.. ids.Select(id => ToStart(id))], deadline);

    internal Task<ActionOutcome> StopAsync(params StopOrder[] orders) => Service.StopAsync([.. orders], Deadline);

    internal Task<ActionOutcome> StopAsync(ImmutableArray<string> ids, RunDeadline deadline) =>
        Service.StopAsync([.. ids.Select(id => new StopOrder(Stated(id, PowerState.Running)))], deadline);

    internal RunDeadline Minute() => new(TimeSpan.FromSeconds(60), Time, CancellationToken.None);

    internal long CallsOf(string operation) => Aws.Calls.Count("ec2", operation);

    /// <summary>That every id was accepted, may have been, or is in exactly one of the problems.</summary>
    internal static void AssertAccountedFor(IEnumerable<string> ids, ActionOutcome outcome)
    {
        var told = outcome.Problems.Where(IsAboutStart).SelectMany(problem => problem.Ids).CountBy(id => id, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        Assert.All(ids, id => Assert.True(
            (outcome.Accepted.Contains(id), outcome.Unknown.Contains(id), told.GetValueOrDefault(id)) is (true, false, 0) or (false, true, <= 1) or (false, false, 1),
            $"{id}: {outcome.Accepted.Contains(id)}, {outcome.Unknown.Contains(id)}, {told.GetValueOrDefault(id)}"));
    }

    // What is told besides: a way that was not taken, though another was.
    private static bool IsAboutStart(Problem problem) => problem.Code is not ("PreferredTypePassedOver" or "HibernationRefused");
}
