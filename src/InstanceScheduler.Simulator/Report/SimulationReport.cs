using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>All that a play has to tell.</summary>
/// <param name="Title">One line.</param>
/// <param name="Start">First instant of the play.</param>
/// <param name="End">First instant after it.</param>
/// <param name="Tick">Time between two decisions.</param>
/// <param name="DisplayZone">The zone whose clock the report shows.</param>
/// <param name="Instances">In the order to show them within a region.</param>
/// <param name="Problems">In the order to show them.</param>
/// <param name="Prices">Null: no amounts of money.</param>
/// <param name="CallCounts">In the order to show them; may be empty.</param>
internal sealed record SimulationReport(
    string Title,
    Instant Start,
    Instant End,
    Duration Tick,
    DateTimeZone DisplayZone,
    IReadOnlyList<InstanceTimeline> Instances,
    IReadOnlyList<ReportProblem> Problems,
    PriceList? Prices,
    IReadOnlyList<CallCount> CallCounts)
{
    public Instant End { get; init; } = End > Start ? End : throw new ArgumentException($"The play ends at {End}, not after its start {Start}.", nameof(End));

    public Duration Length => End - Start;

    public InstanceTotals TotalsOf(InstanceTimeline instance) => InstanceTotals.Of(this, instance);

    /// <summary>The instances of each account, region and kind, in this order.</summary>
    public IEnumerable<IGrouping<(string Account, string Region, FleetKind Kind), InstanceTimeline>> Targets() =>
        Instances.GroupBy(instance => (instance.Account, instance.Region, instance.Kind)).OrderBy(target => target.Key);

    /// <summary>Whether kinds have to be told apart.</summary>
    public bool HasDatabases => Instances.Any(instance => instance.Kind != FleetKind.Instance);
}
