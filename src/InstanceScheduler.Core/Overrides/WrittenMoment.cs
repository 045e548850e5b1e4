using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Core.Overrides;

/// <summary>A moment as people write it: <c>2026-11-25T22:00+08:00</c>, without an offset on some zone's clock, or a whole day.</summary>
public readonly record struct WrittenMoment
{
    private static readonly OffsetDateTimePattern[] WithOffset =
        [Offset("uuuu'-'MM'-'dd'T'HH':'mmo<G>"), Offset("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<G>")];

    private static readonly LocalDateTimePattern[] WithoutOffset = [Local("uuuu'-'MM'-'dd'T'HH':'mm"), Local("uuuu'-'MM'-'dd'T'HH':'mm':'ss")];

    private readonly LocalDateTime _local;
    private readonly Offset? _offset;
    private readonly bool _isDay;

    private WrittenMoment(LocalDateTime local, Offset? offset, bool isDay) => (_local, _offset, _isDay) = (local, offset, isDay);

    /// <summary>Whether it is one instant in every zone.</summary>
    public bool HasOffset => _offset is not null;

    /// <summary>Reads a moment; a blank may stand for the T. Null when the text is none, or of a year out of bounds.</summary>
    public static WrittenMoment? TryParse(string text)
    {
        var written = text.Trim().Replace(' ', 'T').ToUpperInvariant();
        if (DateRange.TryParseDay(written) is { } day)
            return new WrittenMoment(day.AtMidnight(), offset: null, isDay: true);
        foreach (var pattern in WithOffset)
            if (pattern.Parse(written) is { Success: true, Value: var moment } && IsWithinBounds(moment.Date))
                return new WrittenMoment(moment.LocalDateTime, moment.Offset, isDay: false);
        foreach (var pattern in WithoutOffset)
            if (pattern.Parse(written) is { Success: true, Value: var moment } && IsWithinBounds(moment.Date))
                return new WrittenMoment(moment, offset: null, isDay: false);
        return null;
    }

    /// <summary>The instant as a begin: of a day its first. A time that the clock shows twice is the first, one that it skips the moment after.</summary>
    /// <param name="zone">Zone of the clock, where there is no offset.</param>
    public Instant ToBegin(DateTimeZone zone) =>
        _offset is { } offset ? _local.WithOffset(offset).ToInstant() : ScheduleBoundaries.FirstMomentOf(zone, _local);

    /// <summary>The instant as an end, which is excluded: of a day the first of the next, so that the day is included.</summary>
    /// <inheritdoc cref="ToBegin"/>
    public Instant ToEnd(DateTimeZone zone) => _isDay ? ScheduleBoundaries.StartOf(zone, _local.Date.PlusDays(1)) : ToBegin(zone);

    private static bool IsWithinBounds(LocalDate date) => date.Year is >= DateRange.FirstYear and <= DateRange.LastYear;

    private static OffsetDateTimePattern Offset(string pattern) => OffsetDateTimePattern.CreateWithInvariantCulture(pattern);

    private static LocalDateTimePattern Local(string pattern) => LocalDateTimePattern.CreateWithInvariantCulture(pattern);
}
