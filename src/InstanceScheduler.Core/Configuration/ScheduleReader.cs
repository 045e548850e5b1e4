using System.Collections.Immutable;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using Period = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Turns a <c>schedule</c> item into a <see cref="Schedule"/>.</summary>
/// <param name="periods">The periods that could be read, by name.</param>
/// <param name="brokenPeriods">Names of those that exist but could not.</param>
/// <param name="calendars">The calendars that schedules name.</param>
/// <param name="defaultZone">Zone of schedules without one; null when the configured default does not exist.</param>
internal sealed class ScheduleReader(
    IReadOnlyDictionary<string, Period> periods, IReadOnlySet<string> brokenPeriods, CalendarShelf calendars, DateTimeZone? defaultZone)
{
    public Schedule Read(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        var fixedWish = Override(attributes);
        // An override never looks at the periods: a bad one, or a bad calendar, must not take the schedule down with it.
        var calendar = fixedWish is null ? calendars.Of(attributes) : null;
        return new Schedule
        {
            Name = item.Name,
            Description = attributes.Text(ConfigAttributes.Description),
            Zone = attributes.Zone(ConfigAttributes.TimeZone) ?? defaultZone
                ?? throw new ConfigurationException(ConfigAttributes.TimeZone, "it has no zone of its own, and the default time zone does not exist"),
            Override = fixedWish,
            Periods = fixedWish is null ? References(attributes.List(ConfigAttributes.Periods), calendar) : [],
            Enforced = attributes.Flag(ConfigAttributes.Enforced) ?? false,
            RetainRunning = attributes.Flag(ConfigAttributes.RetainRunning) ?? false,
            Hibernate = attributes.Flag(ConfigAttributes.Hibernate) ?? false,
            UseMaintenanceWindow = attributes.Flag(ConfigAttributes.UseMaintenanceWindow) ?? false,
            StopNewInstances = attributes.Flag(ConfigAttributes.StopNewInstances) ?? true,
            SsmMaintenanceWindow = attributes.Text(ConfigAttributes.SsmMaintenanceWindow),
            RespectManualStop = attributes.Flag(ConfigAttributes.RespectManualStop) ?? false,
            MaxUptime = attributes.Length(ConfigAttributes.MaxUptime),
            UseMetrics = attributes.Flag(ConfigAttributes.UseMetrics),
            ConfiguredInStack = attributes.Text(ConfigAttributes.ConfiguredInStack),
        };
    }

    private static OverrideStatus? Override(AttributeReader attributes)
    {
        var status = attributes.Text(ConfigAttributes.OverrideStatus);
        var overwrite = attributes.Flag(ConfigAttributes.Overwrite);
        return (status, overwrite) switch
        {
            (null, null) => null,
            (null, true) => OverrideStatus.Running,
            (null, false) => OverrideStatus.Stopped,
            (not null, not null) => throw new ConfigurationException(ConfigAttributes.Overwrite,
                $"it is set beside {ConfigAttributes.OverrideStatus} \"{status}\"; remove one of the two"),
            ("running", _) => OverrideStatus.Running,
            ("stopped", _) => OverrideStatus.Stopped,
            _ => throw new ConfigurationException(ConfigAttributes.OverrideStatus, $"\"{status}\" is unknown; use running or stopped"),
        };
    }

    private ImmutableArray<SchedulePeriod> References(ImmutableArray<string> written, WorkdayCalendar? calendar)
    {
        var references = ImmutableArray.CreateBuilder<SchedulePeriod>(written.Length);
        foreach (var one in written)
            references.Add(Reference(one, calendar));
        return references.MoveToImmutable();
    }

    private SchedulePeriod Reference(string written, WorkdayCalendar? calendar)
    {
        var reference = PeriodReference.Parse(written);
        if (!reference.IsWellFormed)
            throw new ConfigurationException(ConfigAttributes.Periods, $"\"{written}\" must be a period, or a period@instancetype");
        var name = reference.Name;
        if (name.Length == 0)
            throw new ConfigurationException(ConfigAttributes.Periods, "it has an empty name; remove the extra comma");
        if (periods.TryGetValue(name, out var period))
            return new SchedulePeriod(calendar is null || period.Calendar is not null ? period : period with { Calendar = calendar }, reference.InstanceType);
        throw new ConfigurationException(ConfigAttributes.Periods, brokenPeriods.Contains(name)
            ? $"period \"{name}\" cannot be used, see its own error"
            : $"period \"{name}\" does not exist{Suggestion.For(name, periods.Keys)}");
    }
}
