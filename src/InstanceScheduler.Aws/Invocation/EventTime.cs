using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Reads the times of events: ISO 8601, a blank for the <c>T</c> as well, UTC where no offset is given.</summary>
internal static class EventTime
{
    public static Instant? TryParse(string written)
    {
        var text = written.Replace(' ', 'T');
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var withOffset })
            return withOffset.ToInstant();
        return LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var utc } ? utc.InUtc().ToInstant() : null;
    }
}
