using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Core.Administration;

/// <summary>The days that an item of a calendar lists itself.</summary>
public static class CalendarDays
{
    /// <summary>The days of one of its lists, each as often as it is listed; null where the list cannot be read.</summary>
    /// <param name="calendar">The item.</param>
    /// <param name="list"><see cref="ConfigAttributes.Holidays"/> or <see cref="ConfigAttributes.Workdays"/>.</param>
    public static ImmutableArray<LocalDate>? TryRead(ConfigItem calendar, string list)
    {
        try
        {
            return [.. CalendarReader.Days(new AttributeReader(calendar), list).SelectMany(range => range.Days)];
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }
}
