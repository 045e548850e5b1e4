using InstanceScheduler.Vectors.Tests.Cases;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Usage reports told a second time: ours by asking every minute, that of v1.3 by its own few steps.</summary>
internal static class UsageModel
{
    private const long SecondsPerHour = 3600;

    /// <summary>Our report: every real minute of a date in the schedule's zone is asked; a minute without a wish changes nothing.</summary>
    public static UsageResult MinuteByMinute(ScheduleModel model, UsageCase vector) => Report(vector, date =>
    {
        var minute = Duration.FromMinutes(1);
        var end = model.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
        var lines = new List<UsageLine>();
        (Instant At, string Period)? running = null;
        for (var at = model.Zone.AtStartOfDay(date).ToInstant(); at < end; at += minute)
        {
            var wish = model.WishOfPeriods(at);
            if (wish.State == "running" && running is null)
                running = (at, wish.Period!);
            else if (wish.State == "stopped" && running is { } ended)
            {
                Close(ended, model.Bridge(at) is null ? at : at + minute);
                running = null;
            }
        }

        if (running is { } open)
            Close(open, end);
        return UsageLine.Numbered(lines);

        void Close((Instant At, string Period) begin, Instant until) =>
            lines.Add(Line(begin.Period, model.Local(begin.At), model.Local(until), (long)(until - begin.At).TotalSeconds));
    });

    /// <summary>
    /// The report of v1.3: the times of the periods are taken for times of the process, moved to the schedule's zone and judged
    /// there by the sets of the report's date; seconds are those of the clock face, and of a period's intervals the last remains.
    /// </summary>
    public static UsageResult LikeV13(ScheduleModel model, UsageCase vector)
    {
        var system = Clock.Zone(vector.SystemZone)!;
        return Report(vector, date =>
        {
            var lines = new List<UsageLine>();
            (LocalDateTime At, string Period)? running = null;
            foreach (var time in model.TimesOfV13.Distinct().Order())
            {
                var face = date.AtMidnight().PlusMinutes(time);
                var local = model.Local(Move(face, system));
                var wish = model.WishLikeV13(local, date);
                if (wish.State == "running" && running is null)
                    running = (face, wish.Period!);
                else if (wish.State == "stopped" && running is { } ended)
                {
                    Close(ended, model.WallClockBridge(local, date) is null ? face : face.PlusMinutes(1));
                    running = null;
                }
            }

            if (running is { } open)
                Close(open, date.PlusDays(1).AtMidnight());
            return lines.GroupBy(line => line.Period, StringComparer.Ordinal).Select(group => group.Last());

            void Close((LocalDateTime At, string Period) begin, LocalDateTime until) =>
                lines.Add(Line(begin.Period, begin.At, until, Period.Between(begin.At, until, PeriodUnits.Seconds).Seconds));
        });
    }

    private static UsageResult Report(UsageCase vector, Func<LocalDate, IEnumerable<UsageLine>> linesOf)
    {
        var dates = Enumerable.Range(0, Period.DaysBetween(vector.First, vector.Last) + 1).Select(vector.First.PlusDays);
        return UsageResult.Of(dates.Select(date =>
        {
            var lines = linesOf(date).ToList();
            return (LocalDatePattern.Iso.Format(date), (IEnumerable<UsageLine>)lines, lines.Sum(line => line.Hours), lines.Sum(line => line.Seconds));
        }));
    }

    private static UsageLine Line(string period, LocalDateTime begin, LocalDateTime end, long seconds) => new(
        period,
        LocalDateTimePattern.GeneralIso.Format(begin),
        LocalDateTimePattern.GeneralIso.Format(end),
        (seconds + SecondsPerHour - 1) / SecondsPerHour,
        Math.Max(seconds, 60));

    // A time that the clock skips is read with the offset after the change; of a time shown twice the first is meant.
    private static Instant Move(LocalDateTime face, DateTimeZone system)
    {
        var mapping = system.MapLocal(face);
        return mapping.Count == 0 ? face.WithOffset(mapping.LateInterval.WallOffset).ToInstant() : mapping.First().ToInstant();
    }
}
