using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Writes <c>scheduler:run</c> events.</summary>
internal static class RunRequestWriter
{
    /// <summary>Larger events are sent without schedules and periods; AWS takes 256 KB.</summary>
    public const int MostBytes = 200_000;

    private static readonly FrozenSet<string> PeriodAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Description, ConfigAttributes.BeginTime, ConfigAttributes.EndTime,
        ConfigAttributes.Weekdays, ConfigAttributes.MonthDays, ConfigAttributes.Months);

    private static readonly FrozenSet<string> ScheduleAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Description, ConfigAttributes.TimeZone, ConfigAttributes.Periods, ConfigAttributes.OverrideStatus,
        ConfigAttributes.Overwrite, ConfigAttributes.Enforced, ConfigAttributes.RetainRunning, ConfigAttributes.Hibernate,
        ConfigAttributes.UseMaintenanceWindow, ConfigAttributes.StopNewInstances, ConfigAttributes.SsmMaintenanceWindow,
        ConfigAttributes.UseMetrics, ConfigAttributes.ConfiguredInStack);

    private static readonly FrozenSet<string> ListAttributes = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Weekdays, ConfigAttributes.MonthDays, ConfigAttributes.Months, ConfigAttributes.Periods);

    public static ReadOnlyMemory<byte> Write(RunRequest request)
    {
        var whole = Write(request, request.Items);
        return whole.Length <= MostBytes ? whole : Write(request, []);
    }

    private static ReadOnlyMemory<byte> Write(RunRequest request, ImmutableArray<ConfigItem> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(RunFields.Action, RunFields.RunAction);
            if (request.Account is { } account)
                json.WriteString(RunFields.Account, account);
            json.WriteStartObject(RunFields.Configuration);
            WriteSettings(json, request.Settings, request.DryRun);
            WriteItems(json, RunFields.Schedules, items.Where(item => item.Type == ConfigTypes.Schedule), ScheduleAttributes);
            WriteItems(json, RunFields.Periods, items.Where(item => item.Type == ConfigTypes.Period), PeriodAttributes);
            json.WriteEndObject();
            if (request.DispatchTime is { } instant)
                json.WriteString(RunFields.DispatchTime, InstantPattern.ExtendedIso.Format(instant));
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteSettings(Utf8JsonWriter json, SchedulerSettings settings, bool isDryRun)
    {
        json.WriteString(RunFields.TagName, settings.TagName);
        json.WriteString(RunFields.DefaultTimeZone, settings.DefaultTimeZone);
        json.WriteBoolean(RunFields.Trace, settings.Trace);
        json.WriteBoolean(RunFields.UseMetrics, settings.UseMetrics);
        json.WriteBoolean(RunFields.ScheduleClusters, settings.ScheduleClusters);
        json.WriteBoolean(RunFields.CreateRdsSnapshot, settings.CreateRdsSnapshot);
        json.WriteBoolean(RunFields.ScheduleLambdaAccount, settings.ScheduleLambdaAccount);
        json.WriteBoolean(RunFields.DryRun, isDryRun);
        if (settings.StartedTags is { } started)
            json.WriteString(RunFields.StartedTags, started);
        if (settings.StoppedTags is { } stopped)
            json.WriteString(RunFields.StoppedTags, stopped);
        WriteList(json, RunFields.Regions, settings.Regions);
        WriteList(json, RunFields.CrossAccountRoles, settings.CrossAccountRoles);
        WriteList(json, RunFields.ScheduledServices, settings.ScheduledServices);
    }

    private static void WriteItems(Utf8JsonWriter json, string field, IEnumerable<ConfigItem> items, FrozenSet<string> attributes)
    {
        json.WriteStartObject(field);
        foreach (var item in items)
        {
            json.WriteStartObject(item.Name);
            json.WriteString(ConfigAttributes.Name, item.Name);
            var isOverridden = IsSet(item, ConfigAttributes.OverrideStatus) || IsSet(item, ConfigAttributes.Overwrite);
            foreach (var (name, value) in item.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
                if (attributes.Contains(name) && !(name == ConfigAttributes.Periods && isOverridden))
                    WriteValue(json, name, value);
            json.WriteEndObject();
        }

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
                WriteList(json, name, many.Values);
                break;
            case ConfigValue.Text text when ListAttributes.Contains(name):
                WriteList(json, name, [.. text.Value.Split(',').Select(part => part.Trim())]);
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

    private static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
