using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Turns the properties of a schedule in a template into items; what a run could not read is refused in a run's words.</summary>
internal static class DeclaredScheduleReader
{
    // Tags, which name schedules, hold no more; a longer name could never be used.
    private const int LongestName = 256;
    private const string DefaultTimezone = "UTC";

    /// <summary>The name that a schedule's properties come to; null where that cannot be said.</summary>
    public static string? TryNameOf(ResourceRequest request, JsonElement properties)
    {
        try
        {
            return NameOf(request, new PropertyReader(properties, ""));
        }
        catch (ResourceRefusedException)
        {
            return null;
        }
    }

    /// <exception cref="ResourceRefusedException">Something in it is unknown, cannot be read, or makes no sense.</exception>
    public static DeclaredSchedule Read(ResourceRequest request)
    {
        var properties = PropertyReader.Open(request.Properties, "", ScheduleProperties.OfSchedule);
        properties.EnsureSeconds(ScheduleProperties.Timeout);
        var name = NameOf(request, properties);
        var fixedWish = OverrideOf(properties);
        var (window, remarks) = MaintenanceWindowOf(properties);
        var periods = DeclaredPeriodReader.Read(properties[ScheduleProperties.Periods], name);
        if (periods.IsEmpty && fixedWish is null)
            throw properties.Refused(ScheduleProperties.Periods, $"give at least one period, or {ScheduleProperties.OverrideStatus}");
        var schedule = new ItemBuilder(ConfigTypes.Schedule, name)
            .Set(ConfigAttributes.Description, properties.Text(ScheduleProperties.Description))
            .Set(ConfigAttributes.TimeZone, properties.Text(ScheduleProperties.Timezone) ?? DefaultTimezone)
            .Set(ConfigAttributes.Periods, [.. periods.Select(period => period.Reference)])
            .Set(ConfigAttributes.OverrideStatus, fixedWish)
            .Set(ConfigAttributes.Enforced, properties.Flag(ScheduleProperties.Enforced) ?? false)
            .Set(ConfigAttributes.RetainRunning, properties.Flag(ScheduleProperties.RetainRunning) ?? false)
            .Set(ConfigAttributes.Hibernate, properties.Flag(ScheduleProperties.Hibernate) ?? false)
            .Set(ConfigAttributes.StopNewInstances, properties.Flag(ScheduleProperties.StopNewInstances) ?? true)
            .Set(ConfigAttributes.UseMaintenanceWindow, window)
            .Set(ConfigAttributes.SsmMaintenanceWindow, WindowNameOf(properties))
            .Set(ConfigAttributes.UseMetrics, properties.Flag(ScheduleProperties.Metrics))
            .Set(ConfigAttributes.RespectManualStop, properties.Flag(ScheduleProperties.RespectManualStop))
            .Set(ConfigAttributes.MaxUptime, properties.Text(ScheduleProperties.MaxUptime))
            .Set(ConfigAttributes.Calendar, properties.Text(ScheduleProperties.Calendar))
            .Build();
        var declared = new DeclaredSchedule(schedule, [.. periods.Select(period => period.Item)], remarks);
        EnsureReadable(declared);
        return declared;
    }

    private static string NameOf(ResourceRequest request, PropertyReader properties)
    {
        var own = properties.Text(ScheduleProperties.Name) ?? request.LogicalId;
        var name = properties.Flag(ScheduleProperties.NoStackPrefix) == true ? own : $"{request.StackName}-{own}";
        if (string.IsNullOrWhiteSpace(name))
            throw properties.Refused(ScheduleProperties.Name, "the schedule has none; give it one, which tags can then hold");
        if (name.AsSpan().ContainsAny(',', '@'))
            throw properties.Refused(ScheduleProperties.Name, $"\"{name}\" has a comma or an @, which separate names where schedules name their periods");
        return name.Length <= LongestName
            ? name
            : throw properties.Refused(ScheduleProperties.Name, $"\"{name}\" has {name.Length} characters; a tag, which has to hold it, takes {LongestName}");
    }

    private static string? OverrideOf(PropertyReader properties)
    {
        var status = properties.Text(ScheduleProperties.OverrideStatus);
        return (status, properties.Flag(ScheduleProperties.Overwrite)) switch
        {
            (not null, not null) => throw properties.Refused(
                ScheduleProperties.Overwrite, $"it stands beside {ScheduleProperties.OverrideStatus} \"{status}\"; remove one of the two"),
            (null, true) => "running",
            (null, false) => "stopped",
            _ => status,
        };
    }

    private static (bool? Window, ImmutableArray<string> Remarks) MaintenanceWindowOf(PropertyReader properties)
    {
        var window = properties.Flag(ScheduleProperties.UseMaintenanceWindow);
        return properties.Flag(ScheduleProperties.MisspeltMaintenanceWindow) is { } misspelt
            ? (window ?? misspelt, [$"{ScheduleProperties.MisspeltMaintenanceWindow} is taken for {ScheduleProperties.UseMaintenanceWindow}; mend it in the template"])
            : (window, []);
    }

    private static string? WindowNameOf(PropertyReader properties) => properties.List(ScheduleProperties.SsmMaintenanceWindow) switch
    {
        [] => null,
        // A name may hold commas; a list may not hold names.
        _ when properties[ScheduleProperties.SsmMaintenanceWindow].ValueKind == JsonValueKind.String => properties.Text(ScheduleProperties.SsmMaintenanceWindow),
        [var only] => only,
        var many => throw properties.Refused(ScheduleProperties.SsmMaintenanceWindow, $"it names {many.Length} windows; name one"),
    };

    private static void EnsureReadable(DeclaredSchedule declared)
    {
        ImmutableArray<ConfigItem> items = [declared.Schedule, .. declared.Periods];
        // The calendars of the table are not at hand; a run tells of one that does not exist.
        var calendars = items.Select(item => item.Attributes.GetValueOrDefault(ConfigAttributes.Calendar)).OfType<ConfigValue.Text>()
            .Select(text => text.Value).Where(name => name != WorkdayCalendar.NoneName && !BuiltInCalendars.Has(name)).Distinct(StringComparer.Ordinal)
            .Select(name => new ConfigItem(ConfigTypes.Calendar, name, []));
        var problems = ConfigurationReader.Read([.. items, .. calendars]).Problems;
        if (!problems.IsEmpty)
            throw new ResourceRefusedException(string.Join("; ", problems));
    }
}
