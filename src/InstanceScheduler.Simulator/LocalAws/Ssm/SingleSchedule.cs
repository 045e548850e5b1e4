using NodaTime;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>Once, at a local time.</summary>
internal sealed record SingleSchedule(string Expression, LocalDateTime Begin) : WindowSchedule(Expression)
{
    public override Instant? Next(Instant after, Instant origin, DateTimeZone zone) =>
        Begin.InZoneLeniently(zone).ToInstant() is var begin && begin > after ? begin : null;
}
