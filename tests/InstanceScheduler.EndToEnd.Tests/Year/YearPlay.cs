using InstanceScheduler.Checker;
using InstanceScheduler.Checker.Dates;
using InstanceScheduler.EndToEnd.Tests.Plays;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;

namespace InstanceScheduler.EndToEnd.Tests.Year;

/// <summary>The sample year, played once for all tests, under the eyes of a checker that has its own calendar.</summary>
public sealed class YearPlay : IAsyncLifetime
{
    private SimulationReport? _report;

    /// <summary>2026 as the State Council announced it, written down here once more.</summary>
    public static CalendarReading Calendar { get; } = new(
        "cn",
        ["2026-01-01/2026-01-03", "2026-02-15/2026-02-23", "2026-04-04/2026-04-06", "2026-05-01/2026-05-05", "2026-06-19/2026-06-21", "2026-09-25/2026-09-27", "2026-10-01/2026-10-07"],
        MakeUpDays);

    public static IReadOnlyList<string> MakeUpDays => ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"];

    internal static SimulationInput Input { get; } = CheckedPlay.InputOf(Sample.Year);

    internal SimulationReport Report => _report!;

    public int Ticks { get; private set; }

    public int Judgements { get; private set; }

    /// <summary>Sentences of the checker, by whom they are about.</summary>
    public IReadOnlyDictionary<string, List<string>> Deviations { get; private set; } = new Dictionary<string, List<string>>();

    /// <summary>Ticks at which the checker reads that an instance is wanted running, by its id.</summary>
    public Dictionary<string, int> TicksWanted { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        using var play = new CheckedPlay(Input, Calendar);
        _report = await play.RunAsync();
        (Ticks, Judgements, Deviations) = (play.Ticks, play.Judgements, play.Deviations);
        Count(new ScheduleReading(Input.Config, Calendar));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal InstanceTimeline Row(string name) => Report.Instances.Single(row => row.Name == name);

    private void Count(ScheduleReading schedules)
    {
        foreach (var row in Report.Instances.Where(row => row.Schedule is { } schedule && schedules.Knows(schedule)))
        {
            var sighting = new Sighting(row.InstanceId, row.Schedule!, "stopped", row.InstanceType);
            for (var tick = Input.Start; tick < Input.End; tick += Input.Tick)
                if (schedules.WishOf(sighting, tick).State == "running")
                    TicksWanted[row.InstanceId] = TicksWanted.GetValueOrDefault(row.InstanceId) + 1;
        }
    }
}
