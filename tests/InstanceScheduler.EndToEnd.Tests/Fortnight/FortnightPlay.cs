using InstanceScheduler.Checker;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.EndToEnd.Tests.Fortnight;

/// <summary>Plays the fortnight under the checker's eyes.</summary>
internal sealed class FortnightPlay : IDisposable
{
    private readonly Simulation _simulation;
    private readonly ScheduleChecker _checker;
    private readonly FortnightSightings _sightings;

    public FortnightPlay(SimulationInput input)
    {
        _simulation = new Simulation(input) { BeforeTick = LookBefore, AfterTransitions = LookAfter };
        _checker = new ScheduleChecker(input.Config);
        _sightings = new FortnightSightings(_simulation.Stage.Aws, input);
    }

    /// <summary>The sample as the command line plays it.</summary>
    public static SimulationInput Input => new()
    {
        Title = "The fortnight",
        Fleet = Sample.Fortnight.Fleet(),
        Config = Sample.Fortnight.Config().Items,
        Prices = Sample.Prices(),
        Humans = Sample.Fortnight.Actions,
        Incidents = Sample.Fortnight.Incidents,
        FirstDay = Sample.Fortnight.FirstDay,
        Days = Sample.Fortnight.Days,
        Tick = Duration.FromMinutes(Sample.Fortnight.Tick),
        Zone = Sample.Zone,
    };

    public Stage Stage => _simulation.Stage;

    /// <summary>Sentences of the checker, by whom they are about.</summary>
    public Dictionary<string, List<string>> Deviations { get; } = new(StringComparer.Ordinal);

    public int Ticks { get; private set; }

    /// <summary>How often an instance, database or cluster was looked at after a tick, and had to be in a certain state.</summary>
    public int Judgements { get; private set; }

    public Task<SimulationReport> RunAsync() => _simulation.RunAsync(_ => { }, CancellationToken.None);

    public void Dispose() => _simulation.Dispose();

    private Task LookBefore(Instant tick)
    {
        var seen = _sightings.Before(tick);
        _checker.Tick(tick, seen);
        Ticks++;
        Judgements += seen.Count(sighting => sighting.State is "running" or "stopped");
        return Task.CompletedTask;
    }

    private Task LookAfter(Instant tick)
    {
        foreach (var deviation in _checker.Deviations(_sightings.After(tick)))
        {
            var id = string.Join(' ', deviation.Split(' ').Take(3));
            if (!Deviations.TryGetValue(id, out var sentences))
                Deviations[id] = sentences = [];
            sentences.Add(deviation);
        }

        return Task.CompletedTask;
    }
}
