using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Turns a <c>period</c> item into a <see cref="Period"/>.</summary>
internal static class PeriodReader
{
    public static Period Read(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        var period = new Period
        {
            Name = item.Name,
            Description = attributes.Text(ConfigAttributes.Description),
            Begin = Time(attributes, ConfigAttributes.BeginTime, mayBeEndOfDay: false),
            End = Time(attributes, ConfigAttributes.EndTime, mayBeEndOfDay: true),
            Weekdays = Expression(attributes, CalendarField.Weekdays),
            MonthDays = Expression(attributes, CalendarField.MonthDays),
            Months = Expression(attributes, CalendarField.Months),
        };
        if (period.Begin > period.End)
            throw new ConfigurationException(ConfigAttributes.BeginTime,
                $"\"{period.Begin}\" is later than endtime \"{period.End}\"; for a period over midnight use two periods, one until 24:00 and one from 00:00");
        return period;
    }

    private static TimeOfDay? Time(AttributeReader attributes, string name, bool mayBeEndOfDay)
    {
        if (attributes.Text(name) is not { } text)
            return null;
        return TimeOfDay.TryParse(text, mayBeEndOfDay)
            ?? throw new ConfigurationException(name,
                $"\"{text}\" is not a time; write H:MM or HH:MM, from 00:00 to {(mayBeEndOfDay ? "24:00" : "23:59")}");
    }

    private static CalendarExpression? Expression(AttributeReader attributes, CalendarField field)
    {
        var items = attributes.List(field.Name);
        if (items.IsEmpty)
            return null;
        try
        {
            return CalendarExpressionParser.Parse(field, items);
        }
        catch (CalendarFormatException unreadable)
        {
            throw new ConfigurationException(field.Name, $"\"{unreadable.Item}\" cannot be read: {unreadable.Reason}");
        }
    }
}
