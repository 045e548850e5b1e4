using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Calendars;

/// <summary>A parsed date condition: the values that always match and the terms that depend on the month.</summary>
/// <remarks>Immutable, and valid for every date: what a month lacks matches nothing.</remarks>
public sealed record CalendarExpression
{
    private readonly uint _fixedValues;
    private readonly ImmutableArray<DatedTerm> _datedTerms;

    internal CalendarExpression(CalendarField field, string text, uint fixedValues, ImmutableArray<DatedTerm> datedTerms)
    {
        Field = field;
        Text = text;
        _fixedValues = fixedValues;
        _datedTerms = datedTerms;
    }

    /// <summary>The field that the expression is about.</summary>
    public CalendarField Field { get; }

    /// <summary>The expression as it was written, items separated by commas.</summary>
    public string Text { get; }

    /// <summary>Whether <paramref name="date"/>, a date on the schedule's own calendar, satisfies the condition.</summary>
    public bool Contains(LocalDate date)
    {
        if ((_fixedValues & (1u << ValueOf(date))) != 0)
            return true;
        foreach (var term in _datedTerms)
            if (term.Matches(date))
                return true;
        return false;
    }

    /// <summary>Whether <paramref name="value"/> (a weekday, day or month number of the field) matches in every month that has it.</summary>
    public bool AlwaysContains(int value) => (_fixedValues & (1u << value)) != 0;

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => Text;

    private int ValueOf(LocalDate date) =>
        Field == CalendarField.Weekdays ? (int)date.DayOfWeek - 1
        : Field == CalendarField.MonthDays ? date.Day
        : date.Month;
}
