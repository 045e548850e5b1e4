using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Where an instant stands on the page, and what the clock of the display zone shows then.</summary>
/// <remarks>Places follow elapsed time: a day of 23 or 25 hours is as narrow or as wide as it was long.</remarks>
internal sealed class ReportClock(SimulationReport report)
{
    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH':'mm", zoneProvider: null);
    private static readonly ZonedDateTimePattern TimeOnly = ZonedDateTimePattern.CreateWithInvariantCulture("HH':'mm", zoneProvider: null);
    private static readonly ZonedDateTimePattern Full = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH':'mm", zoneProvider: null);

    public double MinutesAfterStart(Instant instant) => (instant - report.Start).TotalMinutes;

    /// <summary>The place on the time axis, from <c>0%</c> to <c>100%</c>.</summary>
    public string Place(Instant instant) => Share(instant - report.Start);

    public string Share(Duration duration) => (duration / report.Length * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>For instance <c>Mon 26 Oct 09:05 – 18:00</c>; the second date only where it differs.</summary>
    public string Range(PowerSpan span)
    {
        var (from, to) = (span.From.InZone(report.DisplayZone), span.To.InZone(report.DisplayZone));
        return $"{Moment.Format(from)} – {(from.Date == to.Date ? TimeOnly : Moment).Format(to)}";
    }

    public string At(Instant instant) => Moment.Format(instant.InZone(report.DisplayZone));

    public string Period() => $"{Full.Format(report.Start.InZone(report.DisplayZone))} – {Full.Format(report.End.InZone(report.DisplayZone))}";

    /// <summary>The zone with its offset at the start; a zone that changes in between shows both.</summary>
    public string ZoneName()
    {
        var (first, last) = (report.DisplayZone.GetUtcOffset(report.Start), report.DisplayZone.GetUtcOffset(report.End - Duration.Epsilon));
        return $"{report.DisplayZone.Id}, UTC{first}" + (first == last ? string.Empty : $" then UTC{last}");
    }

    /// <summary>The local days of the play, the first and last cut to it.</summary>
    public IEnumerable<ReportDay> Days()
    {
        for (var date = report.Start.InZone(report.DisplayZone).Date; ; date = date.PlusDays(1))
        {
            var from = report.DisplayZone.AtStartOfDay(date).ToInstant();
            if (from >= report.End)
            {
                yield break;
            }

            var to = report.DisplayZone.AtStartOfDay(date.PlusDays(1)).ToInstant();
            yield return new ReportDay(date, Instant.Max(from, report.Start), Instant.Min(to, report.End));
        }
    }

    /// <summary>The instants at which the local clock shows a given hour.</summary>
    public IEnumerable<Instant> AtHour(int hour) => Days()
        .Select(day => (day.Date + new LocalTime(hour, 0)).InZoneLeniently(report.DisplayZone).ToInstant())
        .Where(instant => report.Start < instant && instant < report.End);
}
