using System.Collections.Immutable;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Rds;
using InstanceScheduler.Simulator.LocalAws.Rds;
using ScheduledService = InstanceScheduler.Aws.Services.Rds.RdsService;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

/// <summary>Databases of the local AWS, and the service that schedules them.</summary>
public abstract class RdsTest : AwsTest
{
    internal const string Tag = "Schedule";
    internal const string Stack = "Hub";

    internal ScheduledService Service(bool snapshots = false, bool clusters = true) =>
        new(Clients.Rds(Region), Retry, new RdsOptions(Stack, snapshots, clusters));

    internal static ImmutableDictionary<string, string> Tags(params (string Key, string Value)[] tags) =>
        (tags.Length == 0 ? [(Tag, "office")] : tags).ToImmutableDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);

    internal LocalDatabase AddDatabase(string id, string status = "available", params (string Key, string Value)[] tags) =>
        Aws.Rds.Add(new LocalDatabase { Id = id, InitialStatus = status, Tags = Tags(tags) });

    internal LocalCluster AddCluster(string id, string status = "available", params (string Key, string Value)[] tags) =>
        Aws.Rds.Add(new LocalCluster { Id = id, InitialStatus = status, Tags = Tags(tags), Members = [new LocalDatabase { Id = $"{id}-1" }] });

    internal async Task<ImmutableArray<ManagedInstance>> ListAsync(bool clusters = true) =>
        (await Service(clusters: clusters).ListAsync(Tag, Deadline)).Instances;

    internal Task<ActionOutcome> StartAsync(IEnumerable<ManagedInstance> databases, RunDeadline? deadline = null) =>
        Service().StartAsync([.. databases.Select(database => new StartOrder(database))], deadline ?? Deadline);

    internal Task<ActionOutcome> StopAsync(IEnumerable<ManagedInstance> databases, bool snapshots = false, RunDeadline? deadline = null) =>
        Service(snapshots).StopAsync([.. databases.Select(database => new StopOrder(database))], deadline ?? Deadline);

    internal static ManagedInstance Instance(string id, PowerState state = PowerState.Running) =>
        new() { Id = id, State = state, InstanceType = "db.m5.large", Schedule = "office", Arn = $"arn:aws-cn:rds:{Region}:{Account}:db:{id}" };

    internal static ManagedInstance Cluster(string id, PowerState state = PowerState.Running) =>
        new() { Id = id, State = state, InstanceType = "cluster", Schedule = "office", Arn = $"arn:aws-cn:rds:{Region}:{Account}:cluster:{id}" };

    internal ImmutableArray<ManagedInstance> AddMany(int count, string status = "stopped")
    {
        for (var number = 1; number <= count; number++)
            AddDatabase($"db{number:000}", status);
        return [.. Enumerable.Range(1, count).Select(number => Instance($"db{number:000}", DatabaseStatus.StateOf(status)))];
    }
}
