using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary>Tells workdays, weekends and holidays apart, by the dates that somebody published.</summary>
/// <remarks>
/// Immutable. Of a date that it does not name, the weekday decides. So a calendar without dates, and any year without data, is a
/// plain week from Monday to Friday.
/// </remarks>
public sealed class WorkdayCalendar
{
    /// <summary>Switches off the calendar of the schedule (<c>calendar</c> = <c>none</c>): it names no date.</summary>
    public static readonly WorkdayCalendar None = new(NoneName, [], [], extended: null);

    /// <summary>What stands for <see cref="None"/>; no calendar can have this name.</summary>
    public const string NoneName = "none";

    private readonly LocalDate _first;
    private readonly byte[] _marks;

    /// <summary>Makes a calendar.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="holidays">Days off.</param>
    /// <param name="workdays">Days of work: make-up days, or days that the other calendar has off.</param>
    /// <param name="extended">The calendar whose days hold too, where these do not say otherwise; null: none.</param>
    /// <exception cref="ArgumentException">A date is both; the message names it.</exception>
    internal WorkdayCalendar(string name, IReadOnlyCollection<DateRange> holidays, IReadOnlyCollection<DateRange> workdays, WorkdayCalendar? extended)
    {
        Name = name;
        var (first, last) = Bounds(holidays.Concat(workdays), extended);
        _first = first;
        _marks = first > last ? [] : new byte[Period.DaysBetween(first, last) + 1];
        if (extended is { _marks.Length: > 0 })
            extended._marks.CopyTo(_marks, Period.DaysBetween(first, extended._first));
        Mark(holidays, DayKind.Holiday);
        Mark(workdays, DayKind.Workday);
        foreach (var day in holidays.SelectMany(range => range.Days))
            if (MarkOf(day) != MarkFor(DayKind.Holiday))
                throw new ArgumentException($"{new DateRange(day, day)} is listed as a holiday and as a workday; leave it in one of the two", nameof(holidays));
    }

    /// <summary>Name that schedules and periods refer to.</summary>
    public string Name { get; }

    /// <summary>Whether it names any date.</summary>
    public bool IsEmpty => _marks.Length == 0;

    /// <summary>First year with data; null: it names no date.</summary>
    public int? FirstYear => IsEmpty ? null : _first.Year;

    /// <summary>First day without data: New Year's Day after its last date; null: it names no date.</summary>
    public LocalDate? FirstDayWithoutData => IsEmpty ? null : new LocalDate(_first.PlusDays(_marks.Length - 1).Year + 1, 1, 1);

    /// <summary>What a date is.</summary>
    public DayKind KindOf(LocalDate date) => MarkOf(date) switch
    {
        0 => date.DayOfWeek < IsoDayOfWeek.Saturday ? DayKind.Workday : DayKind.Weekend,
        var mark => (DayKind)(mark - 1),
    };

    /// <summary>What makes a date an unusual one: a holiday, or a day of work at a weekend, which is a make-up day. Null: nothing does.</summary>
    public DayKind? UnusualKindOf(LocalDate date) => KindOf(date) switch
    {
        DayKind.Holiday => DayKind.Holiday,
        DayKind.Workday when date.DayOfWeek >= IsoDayOfWeek.Saturday => DayKind.Workday,
        _ => null,
    };

    /// <summary>The dates that it names and those of the calendar that it extends, in order.</summary>
    public IEnumerable<(LocalDate Date, DayKind Kind)> Days => _marks
        .Select((mark, day) => (Date: _first.PlusDays(day), mark))
        .Where(day => day.mark != 0)
        .Select(day => (day.Date, (DayKind)(day.mark - 1)));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private byte MarkOf(LocalDate date)
    {
        // Every date has an index; those that the table lacks are unmarked.
        var day = Period.DaysBetween(_first, date);
        return (uint)day < (uint)_marks.Length ? _marks[day] : (byte)0;
    }

    private void Mark(IEnumerable<DateRange> ranges, DayKind kind)
    {
        foreach (var range in ranges)
            _marks.AsSpan(Period.DaysBetween(_first, range.First), range.Count).Fill(MarkFor(kind));
    }

    private static byte MarkFor(DayKind kind) => (byte)(kind + 1);

    private static (LocalDate First, LocalDate Last) Bounds(IEnumerable<DateRange> ranges, WorkdayCalendar? extended)
    {
        var (first, last) = extended is { IsEmpty: false }
            ? (extended._first, extended._first.PlusDays(extended._marks.Length - 1))
            : (new LocalDate(DateRange.LastYear, 12, 31), new LocalDate(DateRange.FirstYear, 1, 1));
        foreach (var range in ranges)
            (first, last) = (LocalDate.Min(first, range.First), LocalDate.Max(last, range.Last));
        return (first, last);
    }
}
