using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Reads the times of events: ISO 8601, a blank for the <c>T</c> as well, UTC where no offset is given.</summary>
internal static class EventTime
{
    // Where the days around it have dates in every zone.
    private static readonly Instant First = Instant.FromUtc(1, 1, 2, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>Null for what is no time, or one at the ends of the calendar.</summary>
    public static Instant? TryParse(string written)
    {
        var text = written.Replace(' ', 'T');
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var withOffset })
            return Within(withOffset.ToInstant());
        return LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var utc } ? Within(utc.InUtc().ToInstant()) : null;
    }

    private static Instant? Within(Instant instant) => instant >= First && instant <= Last ? instant : null;
}
