using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Schedules and periods, the calendars that they need, and the overrides that hold, as <c>scheduler:run</c> events carry them.</summary>
/// <param name="Schedules">A JSON object by name.</param>
/// <param name="Periods">A JSON object by name.</param>
/// <param name="Calendars">A JSON object by name; empty where none is needed but built-in ones.</param>
/// <param name="Overrides">A JSON object by name; empty where none holds.</param>
internal sealed record RunItems(ReadOnlyMemory<byte> Schedules, ReadOnlyMemory<byte> Periods, ReadOnlyMemory<byte> Calendars, ReadOnlyMemory<byte> Overrides)
{
    private static readonly FrozenSet<string> PeriodAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Description, ConfigAttributes.BeginTime, ConfigAttributes.EndTime,
        ConfigAttributes.Weekdays, ConfigAttributes.MonthDays, ConfigAttributes.Months,
        ConfigAttributes.From, ConfigAttributes.Until, ConfigAttributes.Years, ConfigAttributes.Calendar);

    private static readonly FrozenSet<string> ScheduleAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Description, ConfigAttributes.TimeZone, ConfigAttributes.Periods, ConfigAttributes.OverrideStatus,
        ConfigAttributes.Overwrite, ConfigAttributes.Enforced, ConfigAttributes.RetainRunning, ConfigAttributes.Hibernate,
        ConfigAttributes.UseMaintenanceWindow, ConfigAttributes.StopNewInstances, ConfigAttributes.SsmMaintenanceWindow,
        ConfigAttributes.UseMetrics, ConfigAttributes.ConfiguredInStack, ConfigAttributes.Calendar,
        ConfigAttributes.RespectManualStop, ConfigAttributes.MaxUptime);

    private static readonly FrozenSet<string> CalendarAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Holidays, ConfigAttributes.Workdays, ConfigAttributes.Extends);

    private static readonly FrozenSet<string> OverrideAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Instance, ConfigAttributes.Schedule, ConfigAttributes.Account, ConfigAttributes.Service, ConfigAttributes.Region,
        ConfigAttributes.State, ConfigAttributes.Begin, ConfigAttributes.End, ConfigAttributes.Reason, ConfigAttributes.CreatedBy);

    private static readonly FrozenSet<string> ListAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Weekdays, ConfigAttributes.MonthDays, ConfigAttributes.Months, ConfigAttributes.Periods,
        ConfigAttributes.Years, ConfigAttributes.Holidays, ConfigAttributes.Workdays);

    /// <summary>Those of an event that is too large for them: whoever gets it reads the table.</summary>
    public static RunItems None { get; } = Of([], instant: null);

    public int Length => Schedules.Length + Periods.Length + Calendars.Length + Overrides.Length;

    /// <param name="items">Items of the table.</param>
    /// <param name="instant">The instant for which runs decide: overrides that do not hold then are of no use to them. Null: not known.</param>
    public static RunItems Of(ImmutableArray<ConfigItem> items, Instant? instant) => new(
        Write(items.Where(item => item.Type == ConfigTypes.Schedule), ScheduleAttributes),
        Write(items.Where(item => item.Type == ConfigTypes.Period), PeriodAttributes),
        CalendarUse.Needed(items) is { IsEmpty: false } calendars ? Write(calendars, CalendarAttributes) : default,
        HoldingOverrides.Of(items, instant) is { IsEmpty: false } overrides ? Write(overrides, OverrideAttributes) : default);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WritePropertyName(RunFields.Schedules);
        json.WriteRawValue(Schedules.Span, skipInputValidation: true);
        json.WritePropertyName(RunFields.Periods);
        json.WriteRawValue(Periods.Span, skipInputValidation: true);
        WriteIfAny(json, RunFields.Calendars, Calendars);
        WriteIfAny(json, RunFields.Overrides, Overrides);
    }

    private static void WriteIfAny(Utf8JsonWriter json, string field, ReadOnlyMemory<byte> items)
    {
        if (items.IsEmpty)
            return;
        json.WritePropertyName(field);
        json.WriteRawValue(items.Span, skipInputValidation: true);
    }

    private static ReadOnlyMemory<byte> Write(IEnumerable<ConfigItem> items, FrozenSet<string> attributes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var item in items)
                WriteItem(json, item, attributes);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteItem(Utf8JsonWriter json, ConfigItem item, FrozenSet<string> attributes)
    {
        json.WriteStartObject(item.Name);
        json.WriteString(ConfigAttributes.Name, item.Name);
        var isOverridden = IsSet(item, ConfigAttributes.OverrideStatus) || IsSet(item, ConfigAttributes.Overwrite);
        foreach (var (name, value) in item.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
            if (attributes.Contains(name) && !(name == ConfigAttributes.Periods && isOverridden))
                WriteValue(json, name, value);
        json.WriteEndObject();
    }

    // As the reader sees it: a blank override is none, and then the periods are needed.
    private static bool IsSet(ConfigItem item, string name) => item.Attributes.GetValueOrDefault(name) switch
    {
        null => false,
        ConfigValue.Text text => !string.IsNullOrWhiteSpace(text.Value),
        ConfigValue.Many many => !many.Values.All(string.IsNullOrWhiteSpace),
        _ => true,
    };

    private static void WriteValue(Utf8JsonWriter json, string name, ConfigValue value)
    {
        switch (value)
        {
            case ConfigValue.Flag flag:
                json.WriteBoolean(name, flag.Value);
                break;
            case ConfigValue.Many many:
                RunRequestWriter.WriteList(json, name, many.Values);
                break;
            case ConfigValue.Text text when ListAttributes.Contains(name):
                RunRequestWriter.WriteList(json, name, [.. text.Value.Split(',').Select(part => part.Trim())]);
                break;
            case ConfigValue.Text text:
                json.WriteString(name, text.Value);
                break;
            default:
                // Handed on as something unreadable, so that the receiver reports it by name too.
                json.WriteStartObject(name);
                json.WriteEndObject();
                break;
        }
    }
}
