using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Periods;
using NodaTime;
using Period = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Turns a <c>period</c> item into a <see cref="Period"/>.</summary>
/// <param name="calendars">The calendars that periods name.</param>
internal sealed class PeriodReader(CalendarShelf calendars)
{
    private readonly ExpressionShelf _expressions = new();

    public Period Read(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        return new Period
        {
            Name = item.Name,
            Description = attributes.Text(ConfigAttributes.Description),
            Begin = Time(attributes, ConfigAttributes.BeginTime, mayBeEndOfDay: false),
            End = Time(attributes, ConfigAttributes.EndTime, mayBeEndOfDay: true),
            Weekdays = _expressions.Of(attributes, CalendarField.Weekdays),
            MonthDays = _expressions.Of(attributes, CalendarField.MonthDays),
            Months = _expressions.Of(attributes, CalendarField.Months),
            Dates = Limits(attributes),
            Calendar = calendars.Of(attributes),
        };
    }

    private static TimeOfDay? Time(AttributeReader attributes, string name, bool mayBeEndOfDay)
    {
        if (attributes.Text(name) is not { } text)
            return null;
        return TimeOfDay.TryParse(text, mayBeEndOfDay)
            ?? throw new ConfigurationException(name,
                $"\"{text}\" is not a time; write H:MM or HH:MM, from 00:00 to {(mayBeEndOfDay ? "24:00" : "23:59")}");
    }

    private static DateLimits? Limits(AttributeReader attributes)
    {
        var (from, until) = (Day(attributes, ConfigAttributes.From), Day(attributes, ConfigAttributes.Until));
        var years = attributes.List(ConfigAttributes.Years);
        if (from is null && until is null && years.IsEmpty)
            return null;
        if (from > until)
            throw new ConfigurationException(ConfigAttributes.From, $"\"{attributes.Text(ConfigAttributes.From)}\" is later than until \"{attributes.Text(ConfigAttributes.Until)}\"");
        return new DateLimits(from, until, years.IsEmpty ? null : YearExpression.Parse(years));
    }

    private static LocalDate? Day(AttributeReader attributes, string name) => attributes.Text(name) is not { } text ? null
        : DateRange.TryParseDay(text)
            ?? throw new ConfigurationException(name, $"\"{text}\" is not a date; write it as 2026-10-01, in the years {DateRange.FirstYear} to {DateRange.LastYear}");
}
