using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>Tells who uses a period.</summary>
internal static class PeriodUse
{
    /// <summary>Names of the schedules that name the period, with or without a type, in order.</summary>
    public static ImmutableArray<string> SchedulesOf(string period, IEnumerable<ConfigItem> table) =>
        [.. table.Where(item => item.Type == ConfigTypes.Schedule && PeriodsOf(item).Contains(period, StringComparer.Ordinal)).Select(item => item.Name).Order(StringComparer.Ordinal)];

    /// <summary>Names of the periods that a schedule names, as often as it does; none where the attribute cannot be read.</summary>
    public static ImmutableArray<string> PeriodsOf(ConfigItem schedule)
    {
        try
        {
            return [.. new AttributeReader(schedule).List(ConfigAttributes.Periods).Select(written => PeriodReference.Parse(written).Name)];
        }
        catch (ConfigurationException)
        {
            return [];
        }
    }
}
