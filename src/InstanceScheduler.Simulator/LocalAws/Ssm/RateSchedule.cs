using NodaTime;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>Every so often, counted from when the window was made.</summary>
internal sealed record RateSchedule(string Expression, Duration Every) : WindowSchedule(Expression)
{
    public override Instant? Next(Instant after, Instant origin, DateTimeZone zone)
    {
        var passed = after < origin ? 0 : (long)Math.Floor((after - origin) / Every);
        return origin + (Every * (passed + 1));
    }
}
