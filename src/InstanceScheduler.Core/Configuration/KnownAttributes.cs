using System.Collections.Frozen;

namespace InstanceScheduler.Core.Configuration;

/// <summary>The attributes that an item of the configuration table can have, beside its type and name.</summary>
public static class KnownAttributes
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByType = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        [ConfigTypes.Config] = Of(
            ConfigAttributes.TagName, ConfigAttributes.DefaultTimeZone, ConfigAttributes.Regions, ConfigAttributes.CrossAccountRoles,
            ConfigAttributes.ScheduledServices, ConfigAttributes.ScheduleClusters, ConfigAttributes.CreateRdsSnapshot,
            ConfigAttributes.ScheduleLambdaAccount, ConfigAttributes.UseMetrics, ConfigAttributes.Trace, ConfigAttributes.StartedTags,
            ConfigAttributes.StoppedTags, ConfigAttributes.MaxOverride),
        [ConfigTypes.Period] = Of(
            ConfigAttributes.Description, ConfigAttributes.BeginTime, ConfigAttributes.EndTime, ConfigAttributes.Weekdays,
            ConfigAttributes.MonthDays, ConfigAttributes.Months, ConfigAttributes.From, ConfigAttributes.Until, ConfigAttributes.Years,
            ConfigAttributes.Calendar, ConfigAttributes.ConfiguredInStack, ConfigAttributes.ConfiguredInResource),
        [ConfigTypes.Schedule] = Of(
            ConfigAttributes.Description, ConfigAttributes.TimeZone, ConfigAttributes.Periods, ConfigAttributes.OverrideStatus,
            ConfigAttributes.Overwrite, ConfigAttributes.Enforced, ConfigAttributes.RetainRunning, ConfigAttributes.Hibernate,
            ConfigAttributes.UseMaintenanceWindow, ConfigAttributes.StopNewInstances, ConfigAttributes.SsmMaintenanceWindow,
            ConfigAttributes.UseMetrics, ConfigAttributes.Calendar, ConfigAttributes.RespectManualStop, ConfigAttributes.MaxUptime,
            ConfigAttributes.ConfiguredInStack, ConfigAttributes.ConfiguredInResource, ConfigAttributes.ConfiguredByRequests),
        [ConfigTypes.Calendar] = Of(ConfigAttributes.Description, ConfigAttributes.Holidays, ConfigAttributes.Workdays, ConfigAttributes.Extends),
        [ConfigTypes.Override] = Of(
            ConfigAttributes.Instance, ConfigAttributes.Schedule, ConfigAttributes.Account, ConfigAttributes.Service, ConfigAttributes.Region,
            ConfigAttributes.State, ConfigAttributes.Begin, ConfigAttributes.End, ConfigAttributes.Reason, ConfigAttributes.CreatedBy,
            ConfigAttributes.Expires),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those of a type; none for a type that nobody reads.</summary>
    public static IReadOnlySet<string> Of(string type) => ByType.TryGetValue(type, out var known) ? known : FrozenSet<string>.Empty;

    private static FrozenSet<string> Of(params ReadOnlySpan<string> names) => FrozenSet.Create(StringComparer.Ordinal, names);
}
