using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Somebody starts or stops an instance by hand.</summary>
/// <param name="Day">Days after the first local day of the play; 0 is that day.</param>
/// <param name="Time">Wall clock of the display zone.</param>
/// <param name="InstanceId">An instance of the fleet.</param>
/// <param name="Kind">Start or stop.</param>
internal sealed record HumanAction(int Day, LocalTime Time, string InstanceId, HumanActionKind Kind)
{
    /// <summary>The instant of the action; a time that the zone skips or repeats is taken as NodaTime's lenient mapping does.</summary>
    public Instant InstantIn(LocalDate firstDay, DateTimeZone zone) => (firstDay.PlusDays(Day) + Time).InZoneLeniently(zone).ToInstant();
}
