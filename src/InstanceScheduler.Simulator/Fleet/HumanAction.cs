using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Somebody starts or stops an instance by hand.</summary>
/// <param name="Day">Days after the first local day of the play; 0 is that day.</param>
/// <param name="Time">Wall clock of the display zone.</param>
/// <param name="Id">An instance, database or cluster of the fleet.</param>
/// <param name="Kind">Start or stop.</param>
internal sealed record HumanAction(int Day, LocalTime Time, string Id, HumanActionKind Kind)
{
    /// <summary>Its region, where several of the fleet are called alike; null: there is only one.</summary>
    public string? Region { get; init; }

    /// <summary>The instant of the action; a time that the zone skips or repeats is taken as NodaTime's lenient mapping does.</summary>
    public Instant InstantIn(LocalDate firstDay, DateTimeZone zone) => (firstDay.PlusDays(Day) + Time).InZoneLeniently(zone).ToInstant();
}
