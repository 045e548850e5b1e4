using InstanceScheduler.Vectors.Tests.Cases;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>A period told a second time: strings in, <c>running</c>, <c>stopped</c> or <c>any</c> out.</summary>
internal sealed class PeriodModel
{
    private readonly PeriodItem _item;
    private readonly int? _begin;
    private readonly int? _end;
    private readonly Dictionary<LocalDate, bool> _holdsOn = [];

    private PeriodModel(PeriodItem item, int? begin, int? end)
    {
        _item = item;
        _begin = begin;
        _end = end;
    }

    public string Name => _item.Name;

    /// <summary>First minute; a period without one counts as earlier than all others.</summary>
    public int BeginRank => _begin ?? -1;

    /// <summary>Whether it begins on one day and ends on the next: an error in v1.3.</summary>
    public bool EndsNextDay => _begin > _end;

    public IEnumerable<int> Times => new[] { _begin, _end }.OfType<int>();

    /// <summary>The period, or null when one of its attributes cannot be read.</summary>
    public static PeriodModel? From(PeriodItem item)
    {
        int? begin = null;
        int? end = null;
        if (!string.IsNullOrEmpty(item.Begin) && (begin = Clock.Minutes(item.Begin, isEnd: false)) is null)
            return null;
        if (!string.IsNullOrEmpty(item.End) && (end = Clock.Minutes(item.End, isEnd: true)) is null)
            return null;
        var readable = Readable(GrammarModel.Weekdays, item.Weekdays) && Readable(GrammarModel.MonthDays, item.MonthDays)
            && Readable(GrammarModel.Months, item.Months);
        return readable ? new PeriodModel(item, begin, end) : null;
    }

    public string StateAt(LocalDateTime local) => StateAt(local, local.Date);

    /// <summary>The state at a local time, dated items judged as if it were another date (as v1.3 does beside midnight).</summary>
    public string StateAt(LocalDateTime local, LocalDate judgedOn)
    {
        var minute = local.Hour * 60 + local.Minute;
        if (EndsNextDay)
            return (minute >= _begin && HoldsOn(local.Date, judgedOn)) || (minute < _end && HoldsOn(local.Date.PlusDays(-1), judgedOn.PlusDays(-1))) ? "running" : "stopped";
        if (!HoldsOn(local.Date, judgedOn))
            return "stopped";
        if (_begin is not null && _end is not null)
            return minute >= _begin && minute < _end ? "running" : "stopped";
        if (_begin is not null)
            return minute >= _begin ? "running" : "any";
        if (_end is not null)
            return minute >= _end ? "stopped" : "any";
        return "running";
    }

    private bool HoldsOn(LocalDate date, LocalDate judgedOn)
    {
        if (date != judgedOn)
            return Compute(date, judgedOn);
        if (!_holdsOn.TryGetValue(date, out var holds))
            _holdsOn[date] = holds = Compute(date, judgedOn);
        return holds;
    }

    private bool Compute(LocalDate date, LocalDate judgedOn) =>
        Holds(GrammarModel.Weekdays, _item.Weekdays, (int)date.DayOfWeek - 1, judgedOn)
        && Holds(GrammarModel.MonthDays, _item.MonthDays, date.Day, judgedOn)
        && Holds(GrammarModel.Months, _item.Months, date.Month, judgedOn);

    private static bool Holds(GrammarModel field, string? spec, int value, LocalDate judgedOn) =>
        string.IsNullOrEmpty(spec) || field.Read(spec, judgedOn.ToDateOnly()).Contains(value);

    private static bool Readable(GrammarModel field, string? spec) => string.IsNullOrEmpty(spec) || spec.Split(',').All(field.CanRead);
}
