using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary>A parsed date condition: the values that always match and the terms that depend on the month.</summary>
/// <remarks>Immutable, and valid for every date: what a month lacks matches nothing.</remarks>
public sealed record CalendarExpression
{
    private const uint MondayToFriday = 0b001_1111;
    private const uint SaturdayAndSunday = 0b110_0000;

    private readonly uint _fixedValues;
    private readonly uint _plainValues;
    private readonly ImmutableArray<DatedTerm> _datedTerms;
    private readonly DayWords _words;
    private readonly bool _hasWildcard;

    internal CalendarExpression(CalendarField field, string text, uint plainValues, ImmutableArray<DatedTerm> datedTerms, DayWords words, bool hasWildcard)
    {
        Field = field;
        Text = text;
        _plainValues = plainValues;
        _datedTerms = datedTerms;
        _words = words;
        _hasWildcard = hasWildcard;
        _fixedValues = plainValues | (Has(DayWords.Workday) ? MondayToFriday : 0) | (Has(DayWords.Weekend) ? SaturdayAndSunday : 0);
    }

    /// <summary>The field that the expression is about.</summary>
    public CalendarField Field { get; }

    /// <summary>The expression as it was written, items separated by commas.</summary>
    public string Text { get; }

    /// <summary>Whether it asks for workdays, weekends or holidays by these words.</summary>
    public bool HasDayWords => _words != DayWords.None;

    /// <summary>Whether it asks for holidays, which only a calendar knows.</summary>
    public bool AsksForHolidays => Has(DayWords.Holiday);

    /// <summary>Whether its meaning can depend on a calendar at all.</summary>
    public bool DependsOnCalendar => Field == CalendarField.Weekdays ? !_hasWildcard : _datedTerms.Any(term => term is NearestWorkday);

    /// <summary>Whether <paramref name="date"/>, a date on the schedule's own calendar, satisfies the condition.</summary>
    /// <param name="date">The date.</param>
    /// <param name="calendar">What tells holidays and make-up days; null: a plain week, in which no day is a holiday.</param>
    public bool Contains(LocalDate date, WorkdayCalendar? calendar = null)
    {
        if (calendar is not null && Field == CalendarField.Weekdays)
            return ContainsUnder(calendar, date);
        return (_fixedValues & (1u << ValueOf(date))) != 0 || AnyTermMatches(date, calendar);
    }

    /// <summary>Whether <paramref name="value"/> (a weekday, day or month number of the field) matches in every month that has it.</summary>
    public bool AlwaysContains(int value) => (_fixedValues & (1u << value)) != 0;

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => Text;

    // A wildcard is no condition. Else a holiday is none of its weekdays, and a make-up day is a day of a working week, whatever its own weekday.
    private bool ContainsUnder(WorkdayCalendar calendar, LocalDate date)
    {
        if (_hasWildcard)
            return true;
        return calendar.KindOf(date) switch
        {
            DayKind.Holiday => Has(DayWords.Holiday),
            DayKind.Weekend => Has(DayWords.Weekend) || IsNamed(date),
            _ when date.DayOfWeek >= IsoDayOfWeek.Saturday => Has(DayWords.Workday) || (_plainValues & MondayToFriday) == MondayToFriday,
            _ => Has(DayWords.Workday) || IsNamed(date),
        };
    }

    private bool IsNamed(LocalDate date) => (_plainValues & (1u << ValueOf(date))) != 0 || AnyTermMatches(date, calendar: null);

    private bool AnyTermMatches(LocalDate date, WorkdayCalendar? calendar)
    {
        foreach (var term in _datedTerms)
            if (term.Matches(date, calendar))
                return true;
        return false;
    }

    private bool Has(DayWords word) => (_words & word) == word;

    private int ValueOf(LocalDate date) =>
        Field == CalendarField.Weekdays ? (int)date.DayOfWeek - 1
        : Field == CalendarField.MonthDays ? date.Day
        : date.Month;
}
