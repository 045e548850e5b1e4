using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Reads the times of events: ISO 8601, UTC where no offset is given.</summary>
internal static class EventTime
{
    public static Instant? TryParse(string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var withOffset })
            return withOffset.ToInstant();
        return LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var utc } ? utc.InUtc().ToInstant() : null;
    }
}
