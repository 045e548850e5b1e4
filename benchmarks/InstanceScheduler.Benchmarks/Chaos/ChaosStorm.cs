using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Calls;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Faults;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>Faults over a world: storms of several hours with calms of three ticks between them.</summary>
/// <remarks>No target is without an undisturbed run for more than two ticks, so that no storm outlasts what a schedule wants.</remarks>
internal sealed class ChaosStorm
{
    /// <summary>How long a calm lasts, at least.</summary>
    public const int CalmTicks = 3;

    private const double Share = 0.11;
    private const double Kills = 0.006;
    private const double Conflicts = 0.05;
    private const double Outages = 0.02;
    private const double ShareInOutage = 0.9;
    private const int LongestTrouble = 2;

    // A run that waits for lost answers must not last until the next tick.
    private static readonly Duration TimeForWaits = Duration.FromMinutes(6);

    private static readonly TimeSpan LostWait = TimeSpan.FromSeconds(20);

    private readonly ChaosWorld _world;
    private readonly Random _chance;
    private readonly RandomFaults _faults;
    private readonly RandomFaults _outage;
    private readonly RandomFaults _clashes;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _trouble = ChaosTarget.All.ToDictionary(target => target, _ => 0, StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _struck = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ran = new(StringComparer.Ordinal);
    private readonly HashSet<string> _out = new(StringComparer.Ordinal);
    private Instant _tick;
    private string? _running;
    private int _left;

    public ChaosStorm(ChaosWorld world, int seed)
    {
        _world = world;
        _chance = new Random(seed + 2);
        _faults = new RandomFaults(seed, Share, Kills);
        _outage = new RandomFaults(seed + 3, ShareInOutage, kills: 0);
        _clashes = new RandomFaults(seed + 6, Conflicts, kills: 0);
        world.Aws.Functions.Began = payload =>
        {
            _running = ChaosTarget.OfEvent(payload);
            _ran.Add(_running ?? "");
        };
        world.Aws.Faults.Add(call =>
        {
            lock (_gate)
                return Strike(call);
        });
    }

    /// <summary>How many ticks there was calm; zero in a storm.</summary>
    public int Calm { get; private set; }

    public ChaosCount Count { get; } = new();

    /// <summary>What struck the targets in this tick.</summary>
    public IReadOnlyDictionary<string, List<string>> Struck => _struck;

    /// <summary>Whether something kept a target's run from its due course in this tick.</summary>
    public bool IsDisturbed(string target) => _struck.ContainsKey(target) || (Calm == 0 && !_ran.Contains(target));

    /// <summary>Goes on to the next tick.</summary>
    /// <param name="tick">Its instant.</param>
    /// <param name="isLast">Whether there has to be calm from now on.</param>
    public void Begin(Instant tick, bool isLast)
    {
        foreach (var target in ChaosTarget.All)
            _trouble[target] = IsDisturbed(target) ? _trouble[target] + 1 : 0;
        _struck.Clear();
        _faults.Forget();
        _outage.Forget();
        _clashes.Forget();
        _out.Clear();
        _ran.Clear();
        _tick = tick;
        if (isLast || (_left == 0 && Calm < CalmTicks))
        {
            (Calm, _left) = (Calm + 1, 0);
            return;
        }

        if (_left == 0)
            _left = _chance.Next(4, 15);
        (Calm, _left) = (0, _left - 1);
        foreach (var target in ChaosTarget.All)
            if (_chance.NextDouble() < Outages)
                _out.Add(target);
    }

    private LocalFault? Strike(CallRequest call)
    {
        if (Calm > 0)
            return null;
        Count.Calls++;
        var targets = TargetsOf(call);
        if (targets.Any(target => _trouble[target] >= LongestTrouble))
            return null;
        var part = $"{_tick} {_running ?? string.Join(' ', targets)}";
        if (Clash(part, call))
            return Note("another run's write", targets, null);
        var isOut = targets.Length == 1 && _out.Contains(targets[0]) && call.Service is "ec2" or "rds";
        var fault = (isOut ? _outage : _faults).For(part, call);
        if (fault is null)
            return null;
        if (fault.Ending == FaultEnding.TimeOut)
        {
            if (Instant.FromDateTimeOffset(_world.Time.GetUtcNow()) - _tick > TimeForWaits)
                return null;
            _world.Time.AdvanceBy(LostWait);
        }

        return Note($"{call.Operation}: {(fault.Error is { } error ? error.Code : $"{fault.Ending}, {(fault.Acts ? "after it took effect" : "before it arrived")}")}", targets, fault);
    }

    private LocalFault? Note(string words, string[] targets, LocalFault? fault)
    {
        foreach (var target in targets)
        {
            if (!_struck.TryGetValue(target, out var own))
                _struck[target] = own = [];
            own.Add(words);
        }

        Count.Add(fault);
        return fault;
    }

    // A tick's invocations and roles are about some targets; all else that it does is about all of them.
    private string[] TargetsOf(CallRequest call)
    {
        if (_running is not null)
            return [_running];
        if (call.Service == "lambda")
            return [ChaosTarget.OfEvent(call.Body)!];
        if (call.Service == "sts")
            return [.. ChaosTarget.All.Where(target => Encoding.UTF8.GetString(call.Body.Span).Contains(target.Split(':')[1], StringComparison.Ordinal))];
        return ChaosTarget.All;
    }

    // Somebody else writes the item first, with other words for the same.
    private bool Clash(string part, CallRequest call)
    {
        if (call.Operation != "PutItem" || !call.Resources.Contains(_world.Stage.StateTable, StringComparer.Ordinal) || _clashes.For(part, call) is null)
            return false;
        using var request = JsonDocument.Parse(call.Body);
        var key = DynamoJson.ReadItem(request.RootElement.GetProperty("Item")).Only(["service", "account-region"]);
        var table = _world.Aws.Dynamo.Table(_world.Stage.StateTable);
        if (table.Get(key) is not { } item || item.Find("timestamp") is not { } timestamp)
            return false;
        table.Put(item.With("timestamp", DynamoValue.Of(timestamp.Number + 0.001m)));
        return true;
    }
}
