using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Lambda.Handlers;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Settings;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>A local AWS with one target in it, as it is a moment before 18:00 in Shanghai on Monday 2026-11-23.</summary>
internal sealed class OverlapWorld
{
    private const string Table = "StateTable";
    private const string Stack = "InstanceScheduler";

    // As long as a function may take, so that a slow run meets the next tick.
    private static readonly TimeSpan Acting = TimeSpan.FromMinutes(14);
    private static readonly TimeSpan Saving = TimeSpan.FromMinutes(15);

    // Snapshots take their time on every clock.
    private static readonly LocalAwsOptions Immediate = new()
    {
        TransitionTimes = TransitionTimes.Immediate,
        RdsTransitionTimes = new RdsTransitionTimes { Start = TimeSpan.Zero },
    };

    private readonly VirtualTimeProvider _time = new(TimeOf("17:00"));
    private readonly OverlapClients _clients;
    private readonly Target _target;
    private readonly ImmutableArray<Member> _members;
    private readonly int _minutesBetweenTicks;
    private int _runs;

    /// <param name="clients">Used by all runs.</param>
    /// <param name="service">Of the target.</param>
    /// <param name="minutesBetweenTicks">As the function is set.</param>
    /// <param name="isImmediate">Whether starts and stops are done as soon as they are accepted: what one run did, the other sees.</param>
    public OverlapWorld(OverlapClients clients, string service, int minutesBetweenTicks, bool isImmediate)
    {
        _clients = clients;
        _minutesBetweenTicks = minutesBetweenTicks;
        Aws = new Simulator.LocalAws.LocalAws(
            isImmediate ? Immediate : new LocalAwsOptions(), _time);
        Aws.Dynamo.Create(Table, StateAttributes.Service, StateAttributes.AccountRegion);
        _target = new Target(service, Aws.Options.HubAccount, Aws.Options.HubRegion);
        _members = service == "ec2" ? OverlapFleet.Instances : OverlapFleet.Databases;
        foreach (var member in _members.Where(member => member.Schedule is not null))
            if (service == "ec2")
                Aws.Ec2.Add(new LocalInstance
                {
                    Id = IdOf(member),
                    Type = member.Type,
                    InitialState = member.Runs ? PowerState.Running : PowerState.Stopped,
                    Tags = Tags(member),
                });
            else
                AddDatabase(member);
        Remember();
        Aws.Windows.Add(new LocalMaintenanceWindow
        {
            Name = OverlapFleet.Window,
            DurationHours = 3,
            Schedule = WindowSchedule.Daily(new LocalTime(18, 10)),
            ScheduleTimezone = "Asia/Shanghai",
        });
    }

    public Simulator.LocalAws.LocalAws Aws { get; }

    public IReadOnlyList<DynamoItem> Items => Aws.Dynamo.Table(Table).Items;

    public ImmutableArray<Member> Members => _members;

    public string IdOf(Member member) => _target.Service == "ec2" ? $"i-{_members.IndexOf(member) + 1:x17}" : member.Name;

    /// <summary>A run in a process of its own.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="instant">What it decides for, as a time of the day in Shanghai.</param>
    /// <param name="arrives">When its event arrives.</param>
    public SteppedRun Run(string name, string instant, string arrives)
    {
        var turnstile = new Turnstile(new HttpMessageInvoker(Aws.CreateHandler()).SendAsync);
        var clients = _clients.Sdk;
        var log = new JsonLineWriter(Stream.Null);
        var logger = new JsonLineLogger(log, _time, LogLevel.Information);
        var run = ++_runs / 16.0;
        var runner = new TargetRunner(
            clients, new AssumedRoles(() => clients.Sts, _time), new Announcements(clients, log, _time), _time, random: () => run);
        var settings = new FunctionSettings
        {
            ConfigTable = "",
            StateTable = Table,
            Account = _target.Account,
            StackName = Stack,
            FrequencyMinutes = _minutesBetweenTicks,
        };
        return new SteppedRun(name, turnstile, () =>
        {
            _time.AdvanceTo(TimeOf(arrives));
            var stopped = new FakeTimeProvider();
            var invocation = new Invocation(
                default, settings, new AwsRetry(settings.Retry, _time, () => run, logger), new RunDeadline(Acting, _time, CancellationToken.None, stopped),
                new RunDeadline(Saving, _time, CancellationToken.None, stopped), logger, new LogPlace("", ""));
            return _clients.BeginAsync(turnstile, () => runner.RunAsync(
                invocation, [_target], OverlapFleet.Configuration, Instant.FromDateTimeOffset(TimeOf(instant)), isDryRun: false));
        });
    }

    /// <summary>A tick that nothing overlaps.</summary>
    public void Tick(string time) => Run("T", time, time).Finish();

    private static DateTimeOffset TimeOf(string shanghai) => DateTimeOffset.Parse($"2026-11-23T{shanghai}+08:00");

    private static ImmutableDictionary<string, string> Tags(Member member) =>
        ImmutableDictionary<string, string>.Empty.Add("Schedule", member.Schedule!);

    private void AddDatabase(Member member)
    {
        Aws.Rds.Add(new LocalDatabase { Id = member.Name, InitialStatus = member.Runs ? "available" : "stopped", Tags = Tags(member) });
        if (member.Runs)
            Aws.Rds.Add(new LocalSnapshot { Id = $"{Stack}-stopped-{member.Name}".ToLowerInvariant(), DatabaseId = member.Name });
    }

    private void Remember()
    {
        var timestamp = DynamoValue.Of(TimeOf("17:30").ToUnixTimeSeconds());
        var states = Keys("");
        states[StateAttributes.Timestamp] = timestamp;
        states[StateAttributes.PurgeInNextCleanup] =
            DynamoValue.Set(DynamoKind.SS, _members.Where(member => member.IsMarked).Select(member => DynamoValue.Of(IdOf(member))));
        var pending = Keys("#pending");
        pending[StateAttributes.Timestamp] = timestamp;
        pending[StateAttributes.Checked] = DynamoValue.Of("2026-11-22T21:00:00Z");
        foreach (var member in _members)
        {
            if (member.Stored is { } stored)
                states[IdOf(member)] = DynamoValue.Of(stored);
            if (member.Intent is { } intent)
                pending[IdOf(member)] = DynamoValue.Of(intent);
        }

        Aws.Dynamo.Table(Table).Put(new DynamoItem(states));
        Aws.Dynamo.Table(Table).Put(new DynamoItem(pending));
    }

    private Dictionary<string, DynamoValue> Keys(string suffix) => new(StringComparer.Ordinal)
    {
        [StateAttributes.Service] = DynamoValue.Of(_target.Service),
        [StateAttributes.AccountRegion] = DynamoValue.Of(_target.StateKey + suffix),
    };
}
