using System.Collections.Immutable;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using Period = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Reads the configuration table tolerantly: one bad item never stops the rest.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads all items; only the schedules that need a bad item are left out.</summary>
    /// <param name="items">Items of the table in any order; unknown types and attributes are ignored.</param>
    public static SchedulerConfiguration Read(IEnumerable<ConfigItem> items)
    {
        var byType = items.OrderBy(item => item.Name, StringComparer.Ordinal).ToLookup(item => item.Type, StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();

        var settings = byType[ConfigTypes.Config].FirstOrDefault(item => item.Name == ConfigTypes.SchedulerItem) is { } config
            ? new SettingsReader(config, problems).Read()
            : new SchedulerSettings();
        var defaultZone = DefaultZone(settings, problems);

        var calendars = new CalendarShelf(byType[ConfigTypes.Calendar], problems);
        Func<ConfigItem, Period> readPeriod = new PeriodReader(calendars).Read;
        var periods = new Dictionary<string, Period>(byType[ConfigTypes.Period].Count(), StringComparer.Ordinal);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in byType[ConfigTypes.Period])
            if (Guard(item, problems, readPeriod) is { } period)
                periods[item.Name] = period;
            else
                broken.Add(item.Name);

        var schedules = ImmutableDictionary.CreateBuilder<string, Schedule>(StringComparer.Ordinal);
        Func<ConfigItem, Schedule> readSchedule = new ScheduleReader(periods, broken, calendars, defaultZone).Read;
        foreach (var item in byType[ConfigTypes.Schedule])
            if (Guard(item, problems, readSchedule) is { } schedule)
                schedules[item.Name] = schedule;

        List<TimedOverride> overrides = [.. byType[ConfigTypes.Override].Select(item => Guard(item, problems, OverrideReader.Read)).OfType<TimedOverride>()];

        return new SchedulerConfiguration(settings, periods.ToImmutableDictionary(StringComparer.Ordinal), schedules.ToImmutable(), problems.ToImmutable())
        {
            Overrides = overrides.Count == 0 ? OverrideSet.None : new OverrideSet(overrides),
            Reserved = ReservedTags.Left(byType[ConfigTypes.Schedule], defaultZone),
        };
    }

    private static DateTimeZone? DefaultZone(SchedulerSettings settings, ImmutableArray<ConfigurationProblem>.Builder problems)
    {
        var zone = ZoneNames.Find(settings.DefaultTimeZone);
        if (zone is null)
            problems.Add(new ConfigurationProblem($"{ConfigTypes.Config} \"{ConfigTypes.SchedulerItem}\"", ConfigAttributes.DefaultTimeZone,
                $"time zone \"{settings.DefaultTimeZone}\" does not exist{ZoneNames.Suggest(settings.DefaultTimeZone)}; schedules without a zone of their own are left out"));
        return zone;
    }

    private static T? Guard<T>(ConfigItem item, ImmutableArray<ConfigurationProblem>.Builder problems, Func<ConfigItem, T> read)
        where T : class
    {
        try
        {
            return read(item);
        }
        catch (ConfigurationException problem)
        {
            problems.Add(new ConfigurationProblem(item.ToString(), problem.Field, problem.Message));
            return null;
        }
        catch (CalendarFormatException unreadable)
        {
            problems.Add(new ConfigurationProblem(item.ToString(), unreadable.Field.Name, $"\"{unreadable.Item}\" cannot be read: {unreadable.Reason}"));
            return null;
        }
    }
}
