using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Reads <c>scheduler:run</c> events, ours and those of older versions (numbers for weekdays, days and months).</summary>
internal static class RunRequestReader
{
    private static readonly ImmutableDictionary<string, string> SettingNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [RunFields.TagName] = ConfigAttributes.TagName,
        [RunFields.DefaultTimeZone] = ConfigAttributes.DefaultTimeZone,
        [RunFields.Trace] = ConfigAttributes.Trace,
        [RunFields.UseMetrics] = ConfigAttributes.UseMetrics,
        [RunFields.ScheduleClusters] = ConfigAttributes.ScheduleClusters,
        [RunFields.CreateRdsSnapshot] = ConfigAttributes.CreateRdsSnapshot,
        [RunFields.ScheduleLambdaAccount] = ConfigAttributes.ScheduleLambdaAccount,
        [RunFields.StartedTags] = ConfigAttributes.StartedTags,
        [RunFields.StoppedTags] = ConfigAttributes.StoppedTags,
        [RunFields.MaxOverride] = ConfigAttributes.MaxOverride,
        [RunFields.Regions] = ConfigAttributes.Regions,
        [RunFields.CrossAccountRoles] = ConfigAttributes.CrossAccountRoles,
        [RunFields.ScheduledServices] = ConfigAttributes.ScheduledServices,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <exception cref="FormatException">A field that every event has is missing or unreadable.</exception>
    public static RunRequest Read(JsonElement request)
    {
        if (!request.TryGetProperty(RunFields.Configuration, out var configuration) || configuration.ValueKind != JsonValueKind.Object)
            throw new FormatException($"a {RunFields.RunAction} event needs an object \"{RunFields.Configuration}\"");
        var config = new ConfigItem(ConfigTypes.Config, ConfigTypes.SchedulerItem, Attributes(configuration, SettingNames));
        return new RunRequest(
            ConfigurationReader.Read([config]).Settings,
            [
                config, .. Items(configuration, RunFields.Schedules, ConfigTypes.Schedule), .. Items(configuration, RunFields.Periods, ConfigTypes.Period),
                .. Items(configuration, RunFields.Calendars, ConfigTypes.Calendar), .. Items(configuration, RunFields.Overrides, ConfigTypes.Override),
            ],
            DispatchTime(request))
        {
            Account = request.TryGetProperty(RunFields.Account, out var account) && account.ValueKind == JsonValueKind.String ? account.GetString() : null,
            DryRun = DryRunField.IsSet(configuration) || DryRunField.IsSet(request),
        };
    }

    private static IEnumerable<ConfigItem> Items(JsonElement configuration, string field, string type) =>
        configuration.TryGetProperty(field, out var items) && items.ValueKind == JsonValueKind.Object
            ? items.EnumerateObject().Where(item => item.Value.ValueKind == JsonValueKind.Object)
                .Select(item => new ConfigItem(type, item.Name, Attributes(item.Value, names: null)))
            : [];

    private static ImmutableDictionary<string, ConfigValue> Attributes(JsonElement item, ImmutableDictionary<string, string>? names)
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var property in item.EnumerateObject())
        {
            var name = names is null ? property.Name : names.GetValueOrDefault(property.Name);
            if (name is not null && ToConfigValue(property.Value) is { } value)
                attributes[name] = value;
        }

        return attributes.ToImmutable();
    }

    private static ConfigValue? ToConfigValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new ConfigValue.Text(value.GetString()!),
        JsonValueKind.Number => new ConfigValue.Text(value.GetRawText()),
        JsonValueKind.True => new ConfigValue.Flag(true),
        JsonValueKind.False => new ConfigValue.Flag(false),
        JsonValueKind.Array => new ConfigValue.Many([.. value.EnumerateArray().Select(part => part.ToString())]),
        JsonValueKind.Object => new ConfigValue.Foreign("an object"),
        _ => null,
    };

    private static Instant? DispatchTime(JsonElement request)
    {
        if (!request.TryGetProperty(RunFields.DispatchTime, out var field) || field.ValueKind == JsonValueKind.Null)
            return null;
        var text = field.ValueKind == JsonValueKind.String ? field.GetString()! : field.GetRawText();
        if (text.Length == 0)
            return null;
        return EventTime.TryParse(text)
            ?? throw new FormatException($"{RunFields.DispatchTime}: \"{text}\" is not a time; write it as 2026-11-23T01:00:00Z");
    }
}
