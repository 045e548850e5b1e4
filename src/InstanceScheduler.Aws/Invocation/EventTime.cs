using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Reads the times of events: ISO 8601, a blank for the <c>T</c> as well, UTC where no offset is given.</summary>
internal static class EventTime
{
    private static readonly Instant First = Instant.FromUtc(1, 1, 2, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>Null for what is no time, or one at the ends of the calendar.</summary>
    public static Instant? TryParse(string written)
    {
        var text = written.Replace(' ', 'T');
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var withOffset })
            return WithinCalendar(withOffset.ToInstant());
        return LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var utc } ? WithinCalendar(utc.InUtc().ToInstant()) : null;
    }

    /// <summary>The time itself; null at the ends of the calendar, where some zones have days without a date.</summary>
    public static Instant? WithinCalendar(Instant instant) => instant >= First && instant <= Last ? instant : null;
}
