using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>Tuesday evening at six, when everything that a run can do falls due at once; the process may be killed at one of its calls.</summary>
internal sealed class BusyEvening : IAsyncDisposable
{
    private const string Day = "2026-11-24";
    private const string DayAfter = "2026-11-25";
    private const string Six = "18:00";

    private static readonly string[] Reserved = ["service", "account-region", "timestamp"];

    // After six: what the next run does, what follows from that, and everything at rest.
    private static readonly string[] Afterwards = ["18:05", "18:10", "18:25", "18:40"];

    private readonly SchedulerWorld _world = new();

    private BusyEvening()
    {
        _world.Stage.PutSetting("ISSUES_TOPIC_ARN", _world.Stage.Aws.Topics.Add("Issues"));
        _world.UseAllServices(""","started_tags":{"S":"state=on"},"stopped_tags":{"S":"state=off"}""", snapshots: true);
        Period("evening", "18:00", "22:00");
        Period("day", "09:00", "18:00");
        Schedule("evening", "evening", """ "retain_running":{"BOOL":true}""");
        Schedule("day", "day", """ "hibernate":{"BOOL":true}""");
        Schedule("strict", "day", """ "enforced":{"BOOL":true}""");
        Schedule("retained-day", "day", """ "retain_running":{"BOOL":true}""");
        Schedule("sized", """day@m5.large","evening@c5.large""", """ "description":{"S":"x"}""");
        Schedule("sized-evening", "evening@c5.large", """ "description":{"S":"x"}""");
        Schedule("patched", "day", """ "override_status":{"S":"stopped"},"use_maintenance_window":{"BOOL":true},"ssm_maintenance_window":{"S":"patching"}""");
        Schedule("patched-later", "day", """ "override_status":{"S":"stopped"},"use_maintenance_window":{"BOOL":true},"ssm_maintenance_window":{"S":"later"}""");
        AddInstances();
        AddDatabases();
        // At six the one opens, and the other is written down.
        Window("patching", new LocalTime(18, 5));
        Window("later", new LocalTime(18, 20));
    }

    /// <summary>Plays the evening.</summary>
    /// <param name="killAt">At which call of the tick at six; zero: none.</param>
    /// <param name="after">Whether that call takes effect.</param>
    public static async Task<BusyEveningEnd> PlayAsync(int killAt, bool after)
    {
        await using var evening = new BusyEvening();
        return await evening.RunAsync(killAt, after);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task<BusyEveningEnd> RunAsync(int killAt, bool after)
    {
        // Seen on Monday night, then gone: noted in the morning, due to be forgotten twelve hours later, which is after ten to six in the evening.
        await _world.TickAsync("23:00");
        _world.Ec2.Terminate(SchedulerWorld.IdOf(90));
        await TickAsync("05:55");
        _world.Ec2.HumanStart(SchedulerWorld.IdOf(8));
        await TickAsync("09:00");
        await TickAsync("09:15");
        _world.Ec2.HumanStart(SchedulerWorld.IdOf(5));
        _world.Ec2.HumanStart(SchedulerWorld.IdOf(7));
        _world.Rds.HumanStart(_world.Rds.Database("evening-up"));
        await TickAsync("17:45");
        await TickAsync("17:50");
        Add(92, "nobody-knows");
        var before = Lines().ToImmutableArray();

        var calls = new List<string>();
        _world.Stage.Aws.Faults.Add(call =>
        {
            calls.Add($"{call.Service} {call.Operation}");
            return calls.Count != killAt ? null : after ? LocalFault.KillAfter : LocalFault.KillBefore;
        });
        await TickAsync(Six);
        _world.Stage.Aws.Faults.Clear();
        foreach (var time in Afterwards)
            await TickAsync(time);
        var lines = Lines().ToList();

        // A run that died after it noted the time of its clean-up leaves what it was to forget to the one twelve hours later.
        var gone = SchedulerWorld.IdOf(90);
        lines.RemoveAll(line => line.Contains(gone, StringComparison.Ordinal));
        await _world.TickAsync("06:30", DayAfter);
        lines.AddRange(StateTable().Where(line => line.Contains(gone, StringComparison.Ordinal)));
        return new BusyEveningEnd([.. calls], before, [.. lines]);
    }

    private Task TickAsync(string shanghai) => _world.TickAsync(shanghai, Day);

    private IEnumerable<string> Lines() =>
    [
        .. _world.Ec2.Instances.Select(instance => $"{instance.Id} {instance.State} {instance.CurrentType}"),
        .. Databases.Select(database => $"{database.Id} {database.Status}"),
        .. _world.Rds.Snapshots().Select(snapshot => $"snapshot {snapshot.Id}"),
        .. _world.Ec2.History.Where(change => change is { Cause: PowerCause.Api, State: PowerState.Pending or PowerState.Stopping })
            .GroupBy(change => $"{change.InstanceId} {change.State}").Select(changes => $"{changes.Key} {changes.Count()} times").Order(StringComparer.Ordinal),
        .. _world.Rds.History.Where(change => change is { Cause: RdsCause.Api, Status: RdsStatus.Starting or RdsStatus.Stopping })
            .GroupBy(change => $"{change.Resource.Id} {change.Status}").Select(changes => $"{changes.Key} {changes.Count()} times").Order(StringComparer.Ordinal),
        .. StateTable(),
    ];

    // Notes of restarts tell when a database was stopped, which may be five minutes later.
    private IEnumerable<string> StateTable() =>
        from item in _world.Stage.Aws.Dynamo.Table(Simulator.Play.Stage.StateTable).Items
        where item["service"].Text != "health"
        from attribute in item
        where !Reserved.Contains(attribute.Key) && attribute.Key != "checked"
        let value = attribute.Value.ToString()
        let text = value.Contains("restarts ", StringComparison.Ordinal) ? "restarts" : value
        orderby item["account-region"].Text, attribute.Key
        select $"{item["service"].Text} {item["account-region"].Text} {attribute.Key}: {text}";

    private IEnumerable<RdsResource> Databases => _world.Rds.Databases.Concat<RdsResource>(_world.Rds.Clusters);

    private void AddInstances()
    {
        Add(1, "evening");
        Add(2, "evening", PowerState.Running);
        Add(3, "day");
        Add(4, "strict");
        Add(5, "evening");
        Add(6, "sized");
        Add(7, "day");
        Add(8, "retained-day", PowerState.Running);
        Add(9, "patched");
        Add(12, "patched-later");
        Add(10, "sized", PowerState.Running);
        Add(11, "sized-evening");
        Add(90, "day");
        _world.Add(SchedulerWorld.IdOf(91), "day", PowerState.Running, ("aws:autoscaling:groupName", "web"));
    }

    private void AddDatabases()
    {
        _world.AddDatabase("evening-down", "evening");
        _world.AddDatabase("evening-up", "evening");
        _world.AddDatabase("day-up", "day");
        _world.Rds.Add(new LocalSnapshot { Id = "instancescheduler-stopped-day-up", DatabaseId = "day-up" });
        _world.Rds.Add(new LocalCluster
        {
            Id = "shop",
            InitialStatus = RdsStatus.Stopped,
            Tags = SchedulerWorld.TagsOf("day"),
            Members = [new LocalDatabase { Id = "shop-1" }],
        });
    }

    private void Add(int number, string schedule, PowerState state = PowerState.Stopped) => _world.Ec2.Add(new LocalInstance
    {
        Id = SchedulerWorld.IdOf(number),
        InitialState = state,
        HibernationConfigured = number == 3,
        Tags = SchedulerWorld.TagsOf(schedule),
    });

    private void Window(string name, LocalTime begin) => _world.Stage.Aws.Windows.Add(new LocalMaintenanceWindow
    {
        Name = name,
        Schedule = WindowSchedule.Weekly(IsoDayOfWeek.Tuesday, begin),
        ScheduleTimezone = "Asia/Shanghai",
        DurationHours = 2,
    });

    private void Period(string name, string begin, string end) => _world.PutConfig(
        $$$"""{"type":{"S":"period"},"name":{"S":"{{{name}}}"},"begintime":{"S":"{{{begin}}}"},"endtime":{"S":"{{{end}}}"} }""");

    private void Schedule(string name, string periods, string attributes) => _world.PutSchedule(name, attributes, periods);
}
