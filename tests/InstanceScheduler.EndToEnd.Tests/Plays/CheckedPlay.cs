using InstanceScheduler.Checker;
using InstanceScheduler.Checker.Dates;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.EndToEnd.Tests.Plays;

/// <summary>Plays days of a fleet under the checker's eyes.</summary>
internal sealed class CheckedPlay : IDisposable
{
    private readonly Simulation _simulation;
    private readonly ScheduleChecker _checker;
    private readonly PlaySightings _sightings;

    public CheckedPlay(SimulationInput input, params CalendarReading[] calendars)
    {
        _simulation = new Simulation(input) { BeforeTick = LookBefore, AfterTransitions = LookAfter };
        _checker = new ScheduleChecker(input.Config, calendars);
        _sightings = new PlaySightings(_simulation.Stage.Aws, input);
    }

    /// <summary>A sample as the command line plays it.</summary>
    public static SimulationInput InputOf(Sample sample) => new()
    {
        Title = sample.Title,
        Fleet = sample.Fleet(),
        Config = sample.Config().Items,
        Prices = Sample.Prices(),
        Humans = sample.Actions,
        Incidents = sample.Incidents,
        FirstDay = sample.FirstDay,
        Days = sample.Days,
        Tick = Duration.FromMinutes(sample.Tick),
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
