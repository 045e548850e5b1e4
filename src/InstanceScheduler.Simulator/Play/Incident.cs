using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Something goes wrong in AWS, or is mended.</summary>
/// <param name="Day">Days after the first local day of the play; 0 is that day.</param>
/// <param name="Time">Wall clock of the display zone.</param>
/// <param name="Happen">What changes.</param>
internal sealed record Incident(int Day, LocalTime Time, Action<LocalAws.LocalAws> Happen)
{
    /// <summary>When; a time that the zone skips or repeats is taken as NodaTime's lenient mapping does.</summary>
    public Instant InstantIn(LocalDate firstDay, DateTimeZone zone) => (firstDay.PlusDays(Day) + Time).InZoneLeniently(zone).ToInstant();
}
