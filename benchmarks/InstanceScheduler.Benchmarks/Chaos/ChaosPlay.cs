using InstanceScheduler.Checker;
using InstanceScheduler.Checker.Storm;
using NodaTime;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>Plays a fleet in a storm beside its twin in calm weather, and judges every tick.</summary>
internal sealed class ChaosPlay : IAsyncDisposable
{
    private const int MostViolations = 20;
    private const int TicksToConverge = 2;
    private const double DuplicateShare = 0.5;

    // From here on a tick's transitions are over and people come.
    private static readonly Duration Evening = Duration.FromSeconds(800);
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 16, 0);

    private readonly ChaosOptions _options;
    private readonly ChaosWorld _world;
    private readonly ChaosWorld _twin;
    private readonly ChaosStorm _storm;
    private readonly ChaosPeople _people;
    private readonly ChaosTwinCheck _twinCheck;
    private readonly StormChecker _checker = new();
    private readonly ChaosTrail _trail = new();
    private readonly Random _chance;
    private readonly Dictionary<string, Wish> _wishes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _previous = new(StringComparer.Ordinal);
    private string _override = "";
    private int _overrideTicks;

    public ChaosPlay(ChaosOptions options)
    {
        _options = options;
        _chance = new Random(options.Seed + 4);
        var skew = new Random(options.Seed + 5);
        _world = new ChaosWorld(options, Start, () => TimeSpan.FromSeconds(skew.Next(-60, 61)));
        _twin = new ChaosWorld(options with { OverLoopback = false }, Start, () => TimeSpan.Zero);
        _storm = new ChaosStorm(_world, options.Seed);
        _people = new ChaosPeople(options.Seed);
        _twinCheck = new ChaosTwinCheck(_world, _twin);
    }

    public ChaosCount Count => _storm.Count;

    /// <summary>What went wrong, each with what led to it.</summary>
    public List<string> Violations { get; } = [];

    /// <param name="ticked">Called after every tick with the share that is done.</param>
    /// <param name="stop">Ends the play early.</param>
    public async Task RunAsync(Action<double> ticked, CancellationToken stop)
    {
        var ticks = _options.Days * 96;
        for (var number = 0; number < ticks && Violations.Count < MostViolations; number++)
        {
            stop.ThrowIfCancellationRequested();
            await TickAsync(Start + (number * ChaosWorld.Tick), isFirst: number < ChaosStorm.CalmTicks, isLast: number >= ticks - ChaosStorm.CalmTicks);
            ticked((number + 1.0) / ticks);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _twin.DisposeAsync();
    }

    private async Task TickAsync(Instant tick, bool isFirst, bool isLast)
    {
        Count.Ticks++;
        PassTo(tick);
        var items = Configure();
        _storm.Begin(tick, isFirst || isLast);
        _checker.Tick(new ScheduleReading(items), tick, new ChaosSightings(_world).Now(tick));
        await _twin.TickAsync(tick);
        await _world.TickAsync(tick);
        await DeliverAgainAsync();
        PassTo(tick + Evening);
        Judge(tick);
        if (_storm.Calm >= TicksToConverge)
            Compare();
        LetPeopleAct(tick);
    }

    private IReadOnlyList<System.Text.Json.JsonElement> Configure()
    {
        if (--_overrideTicks < 0)
        {
            _overrideTicks = _chance.Next(6, 24);
            _override = new[] { "", "running", "stopped" }[_chance.Next(3)];
        }

        var items = ChaosConfig.All(ChaosFleet.Managed, ChaosFleet.Regions, _override);
        _world.Configure(items);
        _twin.Configure(items);
        return items;
    }

    // An event comes twice, or after the one that followed it; the latter where nothing kept its follower from deciding.
    private async Task DeliverAgainAsync()
    {
        var runs = _world.Runs.DistinctBy(run => ChaosTarget.OfEvent(run)!, StringComparer.Ordinal).ToDictionary(run => ChaosTarget.OfEvent(run)!, StringComparer.Ordinal);
        var (twice, late) = (Draw(), Draw());
        if (twice is not null && runs.TryGetValue(twice, out var same))
            await DeliverAsync(same);
        if (late is not null && !_storm.IsDisturbed(late) && _previous.TryGetValue(late, out var old))
            await DeliverAsync(old);
        foreach (var (target, run) in runs)
            _previous[target] = run;
    }

    // Whatever happened, a tick takes as many chances: the next one's must not hang on it.
    private string? Draw()
    {
        var target = ChaosTarget.All[_chance.Next(ChaosTarget.All.Length)];
        return _chance.NextDouble() < DuplicateShare ? target : null;
    }

    private Task DeliverAsync(byte[] run)
    {
        Count.Duplicates++;
        return _world.InvokeAsync(run);
    }

    private void Judge(Instant tick)
    {
        var sightings = new ChaosSightings(_world);
        var acts = sightings.ActsSince(tick);
        var (entries, intents) = sightings.Memory();
        foreach (var (target, struck) in _storm.Struck)
            foreach (var words in struck)
                _trail.Add(tick, target, $"fault: {words}");
        var ends = sightings.Now(tick).Select(seen => new TickEnd(
            seen, acts.GetValueOrDefault(seen.Id) ?? [], entries.GetValueOrDefault(seen.Id), AwaitedIn(intents.GetValueOrDefault(seen.Id)),
            !_storm.IsDisturbed(ChaosSightings.TargetOf(seen.Id)))).ToList();
        foreach (var end in ends)
            Note(tick, end, intents.GetValueOrDefault(end.After.Id));
        foreach (var (id, sentence) in _checker.Judge(ends))
            Violate(id, sentence);
    }

    private static Act? AwaitedIn(string? intent) => intent is null ? null : intent.StartsWith("start ", StringComparison.Ordinal) ? Act.Start : Act.Stop;

    private void Note(Instant tick, TickEnd end, string? intent)
    {
        var id = end.After.Id;
        Count.Starts += end.Acts.Count(act => act == Act.Start);
        Count.Stops += end.Acts.Count(act => act == Act.Stop);
        var isEdge = _checker.WishOf(id) is { } wish && _wishes.TryGetValue(id, out var before) && wish != before;
        if (isEdge)
            Count.Edges++;
        if (isEdge && !end.Undisturbed)
            Count.EdgesHit++;
        if (_checker.WishOf(id) is { } now)
            _wishes[id] = now;
        if (isEdge || end.Acts.Count > 0 || intent is not null)
            _trail.Add(tick, id, $"wanted {_checker.WishOf(id)?.State} {_checker.WishOf(id)?.Type}; {string.Join(", ", end.Acts)}; then {end.After.State} {end.After.Type}, remembered {end.Entry} {(intent is null ? "" : $"with intent {intent}")}");
    }

    private void Compare()
    {
        Count.Calms++;
        foreach (var (key, sentence) in _twinCheck.Compare(Count))
            Violate(key, sentence);
    }

    private void Violate(string key, string sentence) =>
        Violations.Add($"{key} {sentence}{Environment.NewLine}{string.Join(Environment.NewLine, _trail.Of(key).Select(line => "    " + line))}");

    private void LetPeopleAct(Instant tick)
    {
        foreach (var doing in _people.Next())
        {
            Count.Doings++;
            PassTo(tick + Duration.FromTimeSpan(doing.After));
            doing.Do(_world.Aws);
            doing.Do(_twin.Aws);
            // Without a fault in the tick before nor, since calms last for three, in the one after.
            if (_storm.Calm != TicksToConverge)
                _twinCheck.TouchInStorm(doing.Key);
            _trail.Add(tick, doing.Key, doing.Words);
        }
    }

    private void PassTo(Instant instant)
    {
        _world.Time.AdvanceTo(instant.ToDateTimeOffset());
        _twin.Time.AdvanceTo(instant.ToDateTimeOffset());
    }
}
