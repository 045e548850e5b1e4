using System.Collections.Immutable;
using InstanceScheduler.Checker;
using InstanceScheduler.Checker.Storm;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>Looks at an AWS and at the state table in it, past the scheduler.</summary>
internal sealed class ChaosSightings(ChaosWorld world)
{
    private static readonly HashSet<string> NoIds = new(["service", "account-region", "timestamp", "purge_in_next_cleanup", "checked"], StringComparer.Ordinal);

    /// <summary>All that carry the tag, in an order of their own.</summary>
    public ImmutableArray<Sighting> Now(Instant now)
    {
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        foreach (var instance in world.Aws.Ec2.Instances)
        {
            var view = instance.Now;
            if (view.Tags.TryGetValue("Schedule", out var schedule))
                sightings.Add(new Sighting(KeyOf(instance), schedule, view.State.WireName(), view.Type)
                {
                    TellsWhy = true,
                    InWindow = Array.Exists(ChaosFleet.PatchWindows, window => WeeklyWindowReading.IsOpen(window, now)),
                });
        }

        foreach (var database in Databases)
        {
            var view = database.Now;
            if (view.Tags.TryGetValue("Schedule", out var schedule))
                sightings.Add(new Sighting(KeyOf(database), schedule, view.Status == "available" ? "running" : view.Status, Type: null)
                {
                    InWindow = WeeklyWindowReading.IsOpen(database.MaintenanceWindow, now),
                });
        }

        return sightings.ToImmutable();
    }

    /// <summary>What the scheduler brought about since an instant, by instance.</summary>
    public Dictionary<string, List<Act>> ActsSince(Instant instant)
    {
        var since = instant.ToDateTimeOffset();
        var acts = new Dictionary<string, List<Act>>(StringComparer.Ordinal);
        foreach (var change in world.Aws.Ec2.History)
            if (change.Time >= since && change.Cause == PowerCause.Api && change.State is PowerState.Pending or PowerState.Stopping)
                Add(KeyOf(world.Aws.Ec2[change.InstanceId]), change.State == PowerState.Pending);
        foreach (var change in world.Aws.Rds.History)
            if (change.Time >= since && change.Cause == RdsCause.Api && change.Status is RdsStatus.Starting or RdsStatus.Stopping)
                Add(KeyOf(change.Resource), change.Status == RdsStatus.Starting);
        return acts;

        void Add(string key, bool isStart)
        {
            if (!acts.TryGetValue(key, out var own))
                acts[key] = own = [];
            own.Add(isStart ? Act.Start : Act.Stop);
        }
    }

    /// <summary>What is remembered, by instance, and the intents that wait.</summary>
    public (Dictionary<string, string> Entries, Dictionary<string, string> Intents) Memory()
    {
        var (entries, intents) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var item in world.Aws.Dynamo.Table(world.Stage.StateTable).Items)
        {
            var service = item["service"].Text;
            if (service is not ("ec2" or "rds"))
                continue;
            var parts = item["account-region"].Text.Split('#');
            var kind = parts.Length > 1 && parts[1].StartsWith("pending", StringComparison.Ordinal) ? intents : entries;
            foreach (var (name, value) in item)
                if (!NoIds.Contains(name) && !value.Text.StartsWith("restarts ", StringComparison.Ordinal))
                    kind[$"{service}:{parts[0]} {name}"] = value.Text;
        }

        return (entries, intents);
    }

    public static string KeyOf(LocalInstance instance) => $"{ChaosTarget.Of("ec2", instance.Account!, instance.Region!)} {instance.Id}";

    public static string KeyOf(RdsResource database) => $"{ChaosTarget.Of("rds", database.Entry.Region.Account, database.Entry.Region.Name)} {database.Id}";

    public static string TargetOf(string key) => key[..key.IndexOf(' ', StringComparison.Ordinal)];

    private IEnumerable<RdsResource> Databases => world.Aws.Rds.Databases.Concat<RdsResource>(world.Aws.Rds.Clusters);
}
