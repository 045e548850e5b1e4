using System.Globalization;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Overrides;
using NodaTime;

namespace InstanceScheduler.Core.Previews;

/// <summary>The stretch of time that a preview is about.</summary>
/// <param name="From">First instant, included.</param>
/// <param name="To">Last instant, excluded.</param>
public readonly record struct PreviewRange(Instant From, Instant To)
{
    /// <summary>Parameter with the begin.</summary>
    public const string FromName = "from";

    /// <summary>Parameter with the end.</summary>
    public const string ToName = "to";

    private const int MostDays = 366;

    private static readonly Duration Usual = Duration.FromDays(7);

    /// <summary>Reads what somebody gave; a date is the whole day, so that as an end it is included.</summary>
    /// <param name="from">The begin; null or empty: now.</param>
    /// <param name="to">The end; null or empty: seven days after the begin.</param>
    /// <param name="zone">Zone of what has no offset.</param>
    /// <param name="now">What time it is.</param>
    /// <exception cref="ActionRefusedException">One cannot be read, the end is not after the begin, or it is too long.</exception>
    public static PreviewRange Read(string? from, string? to, DateTimeZone zone, Instant now)
    {
        var begin = Moment(FromName, from) is { } first ? first.ToBegin(zone) : now;
        var end = Moment(ToName, to) is { } last ? last.ToEnd(zone) : begin + Usual;
        if (end <= begin)
            throw new ActionRefusedException($"error: {Named(ToName, to, end, zone)} is not after {Named(FromName, from, begin, zone)}; give a later end");
        return end - begin <= Duration.FromDays(MostDays) ? new PreviewRange(begin, end)
            : throw new ActionRefusedException($"error: {Named(FromName, from, begin, zone)} {Named(ToName, to, end, zone)} is more than {MostDays} days; ask for fewer");
    }

    private static WrittenMoment? Moment(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null
        : WrittenMoment.TryParse(text) ?? throw new ActionRefusedException(
            $"error: {name}: \"{text}\" is not a moment; write it as 2026-11-25 or 2026-11-25T22:00, with an offset such as +08:00 where another zone is meant");

    private static string Named(string name, string? text, Instant instant, DateTimeZone zone) =>
        string.IsNullOrWhiteSpace(text) ? $"{name} {Shown(instant, zone)}" : $"{name} \"{text}\" ({Shown(instant, zone)})";

    private static string Shown(Instant instant, DateTimeZone zone) => instant.InZone(zone).ToString("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>", CultureInfo.InvariantCulture);
}
