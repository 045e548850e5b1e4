using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Properties of <c>Custom::ServiceSetup</c>: the attributes of the item they make, and some that make nothing.</summary>
internal static class SetupProperties
{
    /// <summary>Seconds after which the work is given up.</summary>
    public const string Timeout = "timeout";

    public static readonly ImmutableArray<string> All =
    [
        ConfigAttributes.TagName, ConfigAttributes.DefaultTimeZone, ConfigAttributes.ScheduledServices, ConfigAttributes.Regions,
        ConfigAttributes.CrossAccountRoles, ConfigAttributes.ScheduleLambdaAccount, ConfigAttributes.ScheduleClusters,
        ConfigAttributes.CreateRdsSnapshot, ConfigAttributes.StartedTags, ConfigAttributes.StoppedTags, ConfigAttributes.UseMetrics,
        ConfigAttributes.Trace, ConfigAttributes.MaxOverride, Timeout,
        // Not used: the template owns the log group, a new table is told by its name, nothing is sent to the makers of v1.x.
        "log_retention_days", "config_table", "stack_version", ResourceFields.ServiceToken, ResourceFields.ServiceTimeout,
    ];
}
