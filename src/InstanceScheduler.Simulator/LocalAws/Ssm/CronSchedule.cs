using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>At local times of certain days: minutes, hours, day of the month, month, day of the week, year; seconds may come first.</summary>
/// <remarks>Not simulated: <c>W</c>, the working day nearest to a day of the month.</remarks>
internal sealed record CronSchedule : WindowSchedule
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    // The 29th of February may be eight years away.
    private static readonly Period Horizon = Period.FromYears(9);

    private readonly ImmutableArray<LocalTime> _times;
    private readonly CronDays _days;
    private readonly ImmutableSortedSet<int> _months;
    private readonly ImmutableSortedSet<int> _years;

    private CronSchedule(string expression, string[] fields)
        : base(expression)
    {
        var minutes = CronField.Values(fields[0], 0, 59);
        _times = [.. CronField.Values(fields[1], 0, 23).SelectMany(hour => minutes.Select(minute => new LocalTime(hour, minute)))];
        _days = new CronDays(fields[2], fields[4]);
        _months = CronField.Values(
            fields[3], 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
        _years = CronField.Values(fields[5], FirstYear, LastYear);
    }

    public static CronSchedule Of(string expression, string fields)
    {
        try
        {
            return fields.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                { Length: 6 } six => new CronSchedule(expression, six),
                { Length: 7 } seven when seven[0] == "0" => new CronSchedule(expression, seven[1..]),
                _ => throw Unreadable(expression, "cron takes six fields, or seven that begin with 0 for the seconds"),
            };
        }
        catch (FormatException e) when (!e.Message.Contains(expression, StringComparison.Ordinal))
        {
            throw Unreadable(expression, e.Message.TrimEnd('.'));
        }
    }

    // A time that the zone skips comes as much later; of one that it repeats the first counts.
    public override Instant? Next(Instant after, Instant origin, DateTimeZone zone)
    {
        var first = after.InZone(zone).Date;
        var last = first + Horizon;
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (!_years.Contains(date.Year) || !_months.Contains(date.Month) || !_days.Matches(date))
            {
                continue;
            }

            foreach (var time in _times)
            {
                var begin = (date + time).InZoneLeniently(zone).ToInstant();
                if (begin > after)
                {
                    return begin;
                }
            }
        }

        return null;
    }
}
