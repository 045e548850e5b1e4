using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Turns the properties of the scheduler's setup into the <c>config</c> item; what a run could not read is refused in a run's words.</summary>
internal static class DeclaredSettingsReader
{
    /// <param name="request">A Create or an Update.</param>
    /// <param name="homeRegion">What blank regions become.</param>
    /// <exception cref="ResourceRefusedException">A property is unknown, or cannot be read.</exception>
    public static ConfigItem Read(ResourceRequest request, string homeRegion)
    {
        var properties = PropertyReader.Open(request.Properties, "", SetupProperties.All);
        properties.EnsureSeconds(SetupProperties.Timeout);
        var defaults = new SchedulerSettings();
        var item = new ItemBuilder(ConfigTypes.Config, ConfigTypes.SchedulerItem)
            .Set(ConfigAttributes.TagName, properties.Text(ConfigAttributes.TagName) ?? defaults.TagName)
            .Set(ConfigAttributes.DefaultTimeZone, properties.Text(ConfigAttributes.DefaultTimeZone) ?? defaults.DefaultTimeZone)
            .Set(ConfigAttributes.UseMetrics, properties.Flag(ConfigAttributes.UseMetrics) ?? false)
            // As v1.x: a setup without a word about it traces, though a table without one does not.
            .Set(ConfigAttributes.Trace, properties.Flag(ConfigAttributes.Trace) ?? true)
            .Set(ConfigAttributes.ScheduledServices, Entries(properties, ConfigAttributes.ScheduledServices))
            .Set(ConfigAttributes.ScheduleClusters, properties.Flag(ConfigAttributes.ScheduleClusters) ?? defaults.ScheduleClusters)
            .Set(ConfigAttributes.CreateRdsSnapshot, properties.Flag(ConfigAttributes.CreateRdsSnapshot) ?? defaults.CreateRdsSnapshot)
            .Set(ConfigAttributes.Regions, Entries(properties, ConfigAttributes.Regions) is { IsEmpty: false } regions ? regions : [homeRegion])
            .Set(ConfigAttributes.CrossAccountRoles, Entries(properties, ConfigAttributes.CrossAccountRoles))
            .Set(ConfigAttributes.ScheduleLambdaAccount, properties.Flag(ConfigAttributes.ScheduleLambdaAccount) ?? defaults.ScheduleLambdaAccount)
            .Set(ConfigAttributes.StartedTags, properties.Text(ConfigAttributes.StartedTags))
            .Set(ConfigAttributes.StoppedTags, properties.Text(ConfigAttributes.StoppedTags))
            .Set(ConfigAttributes.MaxOverride, properties.Text(ConfigAttributes.MaxOverride))
            .Build();
        var problems = ConfigurationReader.Read([item]).Problems;
        return problems.IsEmpty ? item : throw new ResourceRefusedException(string.Join("; ", problems));
    }

    // A list from the console with a comma too many has a blank entry, which means nothing.
    private static ImmutableArray<string> Entries(PropertyReader properties, string name) =>
        [.. properties.List(name).Where(entry => entry.Length > 0)];
}
