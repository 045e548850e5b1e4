using System.Globalization;
using InstanceScheduler.Vectors.Tests.Cases;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>SSM windows told a second time: ours as one interval, v1.3's by days of every year on the clock of the window's zone.</summary>
public sealed class DatedWindowModel
{
    private static readonly Duration V13Lead = Duration.FromMinutes(10);

    private readonly DateTimeOffset _written;
    private readonly Instant _begin;
    private readonly Instant _end;
    private readonly Duration _lead;
    private readonly DateTimeZone _zone;
    private readonly List<(int Month, int Day, int From, int To)> _periods = [];

    public DatedWindowModel(DatedWindowCase vector)
    {
        _written = DateTimeOffset.Parse(vector.Next, CultureInfo.InvariantCulture);
        _begin = Instant.FromDateTimeOffset(_written);
        _end = _begin + Duration.FromHours(vector.Hours);
        _lead = Duration.FromMinutes(Math.Max(vector.Interval, 10));
        _zone = Clock.Zone(vector.Zone)!;
        AddPeriodsOfV13(_written.DateTime.AddMinutes(-10), _written.DateTime, _written.DateTime.AddHours(vector.Hours));
    }

    /// <summary>Whether the clock times as written are not those of the window's zone.</summary>
    public bool IsWrittenInAnotherZone => _zone.GetUtcOffset(_begin).ToTimeSpan() != _written.Offset;

    public bool IsOpenAt(Instant at) => at - (_begin - _lead) is var since && since >= Duration.Zero && since < _end - _begin + _lead;

    /// <summary>Whether an instant lies in that part of our lead that v1.3 does not have.</summary>
    public bool IsInLongerLead(Instant at) => _begin - _lead <= at && at < _begin - V13Lead;

    public bool IsLastMinuteOfDay(Instant at) => MinuteOf(at.InZone(_zone).ToDateTimeUnspecified()) == Clock.MinutesPerDay - 1;

    public bool IsInAnotherYear(Instant at) => Duration.FromDays(180) is var half && (at < _begin - half || at > _end + half);

    /// <summary>The state in v1.3: one period, or two or three that are bridged over a minute between them.</summary>
    public bool IsOpenInV13At(Instant at)
    {
        var minute = Duration.FromMinutes(1);
        return PeriodRuns(at) || (_periods.Count > 1 && PeriodRuns(at - minute) && PeriodRuns(at + minute));
    }

    // The day that it adds in the middle of a window that exceeds 24 hours, lead included, is the day of the start itself.
    private void AddPeriodsOfV13(DateTime lead, DateTime start, DateTime end)
    {
        if (lead.Date == end.Date)
        {
            Add(lead, MinuteOf(lead), MinuteOf(end));
            return;
        }

        Add(lead, MinuteOf(lead), Clock.MinutesPerDay - 1);
        Add(end, 0, MinuteOf(end));
        if (end - lead > TimeSpan.FromHours(24))
            Add(start, 0, Clock.MinutesPerDay);
    }

    private void Add(DateTime date, int from, int to) => _periods.Add((date.Month, date.Day, from, to));

    private bool PeriodRuns(Instant at)
    {
        var local = at.InZone(_zone).ToDateTimeUnspecified();
        return _periods.Exists(period => period.Month == local.Month && period.Day == local.Day
            && period.From <= MinuteOf(local) && MinuteOf(local) < period.To);
    }

    private static int MinuteOf(DateTime time) => (time.Hour * 60) + time.Minute;
}
