using System.Text.Json;
using InstanceScheduler.Checker;
using InstanceScheduler.EndToEnd.Tests.Fortnight;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.Play;
using NodaTime;

namespace InstanceScheduler.EndToEnd.Tests.Plays;

/// <summary>Looks at the local AWS itself, not at what the scheduler lists or logs.</summary>
internal sealed class PlaySightings(LocalAws aws, SimulationInput input)
{
    private readonly Dictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _windows = input.Config
        .Where(item => item.TryGetProperty("ssm_maintenance_window", out _))
        .ToDictionary(item => Text(item, "name"), item => Text(item, "ssm_maintenance_window"), StringComparer.Ordinal);

    private IEnumerable<RdsResource> Databases => aws.Rds.Databases.Concat<RdsResource>(aws.Rds.Clusters);

    /// <summary>All that carry the tag, as a tick finds them.</summary>
    public IReadOnlyList<Sighting> Before(Instant tick)
    {
        var starts = LastStarts();
        return
        [
            .. aws.Ec2.Instances.Select(instance => Of(instance, tick)).OfType<Sighting>(),
            .. from database in Databases
               let seen = Of(database, tick)
               where seen is not null
               select seen with { RestartedByAws = IsRestart(seen.Id, database, tick) && starts[database].Cause == RdsCause.AutomaticRestart },
        ];
    }

    /// <summary>All that carry the tag, as a tick left them; those that AWS itself has started since are not what it left.</summary>
    public IReadOnlyList<Sighting> After(Instant tick)
    {
        var starts = LastStarts();
        return
        [
            .. aws.Ec2.Instances.Select(instance => Of(instance, tick)).OfType<Sighting>(),
            .. Databases.Where(database => starts.GetValueOrDefault(database) is not { Cause: RdsCause.AutomaticRestart } start || start.Time <= tick.ToDateTimeOffset())
                .Select(database => Of(database, tick)).OfType<Sighting>(),
        ];
    }

    private Sighting? Of(LocalInstance instance, Instant now)
    {
        var view = instance.Now;
        return !view.Tags.TryGetValue("Schedule", out var schedule) ? null
            : new Sighting(IdOf(FleetKind.Instance, instance.Region!, instance.Id), schedule, view.State.WireName(), view.Type)
            {
                InWindow = _windows.TryGetValue(schedule, out var window) && FortnightWindows.IsOpen(window, now, input.Start),
                TouchedByPerson = IsTouched(instance.Id, instance.Region!, now),
            };
    }

    private Sighting? Of(RdsResource database, Instant now)
    {
        var view = database.Now;
        if (!view.Tags.TryGetValue("Schedule", out var schedule))
            return null;
        var region = database.Entry.Region.Name;
        var id = IdOf(database is LocalCluster ? FleetKind.Cluster : FleetKind.Database, region, database.Id);
        return new Sighting(id, schedule, view.Status == "available" ? "running" : view.Status, Type: null)
        {
            InWindow = FortnightWindows.IsOpenWeekly(database.MaintenanceWindow, now),
            TouchedByPerson = IsTouched(database.Id, region, now),
        };
    }

    /// <summary>What tells a row of the report from all others.</summary>
    public static string IdOf(FleetKind kind, string region, string id) => $"{kind} {region} {id}";

    private bool IsRestart(string id, RdsResource database, Instant tick)
    {
        if (database.AutomaticRestartTime is { } due)
            _due[id] = due;
        return database.Status == "available" && _due.Remove(id, out var announced) && announced <= tick.ToDateTimeOffset();
    }

    private Dictionary<RdsResource, RdsTransition> LastStarts() => aws.Rds.History.Where(change => change.Status == "starting")
        .GroupBy(change => change.Resource).ToDictionary(changes => changes.Key, changes => changes.Last());

    private bool IsTouched(string id, string region, Instant now) => input.Humans.Any(action =>
        action.Id == id && (action.Region ?? region) == region && action.InstantIn(input.FirstDay, input.Zone) is var at && now - input.Tick < at && at <= now);

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetProperty("S").GetString()!;
}
