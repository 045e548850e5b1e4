using System.Collections.Immutable;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>The parameters of schedules.</summary>
internal sealed class ScheduleParameters() : ItemParameters(ConfigTypes.Schedule,
[
    ConfigAttributes.TimeZone, ConfigAttributes.Periods, ConfigAttributes.Name, ConfigAttributes.Description, ConfigAttributes.Overwrite,
    ConfigAttributes.UseMetrics, ConfigAttributes.StopNewInstances, ConfigAttributes.UseMaintenanceWindow,
    ConfigAttributes.SsmMaintenanceWindow, ConfigAttributes.RetainRunning, ConfigAttributes.Enforced, ConfigAttributes.Hibernate,
    ConfigAttributes.OverrideStatus, ConfigAttributes.ConfiguredInStack, ConfigAttributes.Calendar,
    ConfigAttributes.RespectManualStop, ConfigAttributes.MaxUptime,
])
{
    private const string Running = "running";
    private const string Stopped = "stopped";

    public override void CheckMinimum(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        if (attributes.IsEmpty(ConfigAttributes.OverrideStatus) && attributes.IsEmpty(ConfigAttributes.Overwrite) && !item.Attributes.ContainsKey(ConfigAttributes.Periods))
            throw Refused("error: at least one period must be specified for a schedule");
    }

    public override void CheckReferences(ItemDraft draft, IReadOnlyList<ConfigItem> table)
    {
        if (draft.Values.GetValueOrDefault(ConfigAttributes.Periods) is ConfigValue.Many references)
            CheckReferences(references.Values, table);
        if (draft.Text(ConfigAttributes.Calendar) is { } calendar and not WorkdayCalendar.NoneName)
            CalendarUse.CheckExists(calendar, table);
    }

    protected override void Accept(string name, GivenValue value, ItemDraft draft)
    {
        switch (name)
        {
            case ConfigAttributes.Periods:
                draft.Set(name, Entries(value) ?? throw Refused($"error: {value} is not a valid list of periods"));
                break;
            case ConfigAttributes.UseMetrics:
            case ConfigAttributes.StopNewInstances:
            case ConfigAttributes.UseMaintenanceWindow:
            case ConfigAttributes.RetainRunning:
            case ConfigAttributes.Hibernate:
            case ConfigAttributes.Enforced:
            case ConfigAttributes.RespectManualStop:
                draft.Set(name, Boolean(name, value));
                break;
            case ConfigAttributes.Overwrite:
                CheckExclusive(ConfigAttributes.OverrideStatus, draft);
                draft.Set(ConfigAttributes.OverrideStatus, Boolean(name, value) ? Running : Stopped);
                break;
            case ConfigAttributes.OverrideStatus:
                CheckExclusive(ConfigAttributes.Overwrite, draft);
                draft.Set(name, value is GivenValue.Text { Value: Running or Stopped } status
                    ? status.Value
                    : throw Refused($"{value} is not a valid value for {name}, possible values are {Stopped},{Running}"));
                break;
            case ConfigAttributes.MaxUptime:
                draft.Set(name, DurationText.TryParse(value.ToString()) is { } length
                    ? DurationText.Format(length)
                    : throw Refused($"error: {name} {value} is not a length of time; write it as {DurationText.Examples}, up to {DurationText.Format(DurationText.Longest)}"));
                break;
            case ConfigAttributes.TimeZone:
                draft.Set(name, ZoneNames.Find(value.ToString()) is not null
                    ? value.ToString()
                    : throw Refused($"error: {value} is not a valid time zone for parameter {name}"));
                break;
            default:
                draft.Set(name, value.ToString());
                break;
        }
    }

    private static void CheckReferences(ImmutableArray<string> references, IReadOnlyList<ConfigItem> table)
    {
        var known = table.Where(item => item.Type == ConfigTypes.Period).Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        if (references.FirstOrDefault(reference => !known.Contains(PeriodReference.Parse(reference).Name)) is { } missing)
            throw Refused($"error: not found: period {missing} does not exist");
        if (references.FirstOrDefault(reference => !PeriodReference.Parse(reference).IsWellFormed) is { } malformed)
            throw Refused($"error: \"{malformed}\" must be a period, or a period@instancetype");
    }

    private static void CheckExclusive(string other, ItemDraft draft)
    {
        if (draft.IsGiven(other))
            throw Refused($"{ConfigAttributes.Overwrite} option is mutually exclusive with {ConfigAttributes.OverrideStatus} option");
    }

    private static bool Boolean(string name, GivenValue value) =>
        bool.TryParse(value.ToString(), out var flag) && value.ToString() == value.ToString().Trim()
            ? flag
            : throw Refused($"error: {value} for parameter {name} is not a valid boolean value");
}
