using InstanceScheduler.Core.Calendars;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Turns a <c>calendar</c> item into a <see cref="WorkdayCalendar"/>.</summary>
internal static class CalendarReader
{
    /// <param name="item">The item.</param>
    /// <param name="extended">The calendar that it extends.</param>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public static WorkdayCalendar Read(ConfigItem item, WorkdayCalendar? extended)
    {
        var attributes = new AttributeReader(item);
        if (item.Name == WorkdayCalendar.NoneName)
            throw new ConfigurationException(ConfigAttributes.Name, $"\"{item.Name}\" stands for no calendar at all; give it another name");
        var (holidays, workdays) = (Days(attributes, ConfigAttributes.Holidays), Days(attributes, ConfigAttributes.Workdays));
        try
        {
            return new WorkdayCalendar(item.Name, holidays, workdays, extended);
        }
        catch (ArgumentException twice)
        {
            throw new ConfigurationException(ConfigAttributes.Workdays, twice.Message.Split(" (Parameter", 2)[0]);
        }
    }

    /// <summary>The days of a list.</summary>
    /// <exception cref="ConfigurationException">One of them is no day.</exception>
    public static List<DateRange> Days(AttributeReader attributes, string name)
    {
        var days = new List<DateRange>();
        foreach (var entry in attributes.List(name))
            try
            {
                days.Add(DateRange.Parse(entry));
            }
            catch (FormatException unreadable)
            {
                throw new ConfigurationException(name, unreadable.Message);
            }

        return days;
    }
}
