using System.Collections.Immutable;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Reads the scheduler's own settings; an unreadable one is reported, and taken in the way that touches least.</summary>
internal sealed class SettingsReader(ConfigItem item, ImmutableArray<ConfigurationProblem>.Builder problems)
{
    private const string DefaultUsed = "the default is used";
    private const string NothingScheduled = "nothing is scheduled until it is mended";

    private readonly AttributeReader _attributes = new(item);
    private bool _mayNotSchedule;

    public SchedulerSettings Read()
    {
        var defaults = new SchedulerSettings();
        var settings = new SchedulerSettings
        {
            TagName = Read(() => _attributes.Text(ConfigAttributes.TagName) ?? defaults.TagName, defaults.TagName, NothingScheduled),
            // No zone has an empty name: schedules without a zone of their own are left out then.
            DefaultTimeZone = Read(() => _attributes.Text(ConfigAttributes.DefaultTimeZone) ?? defaults.DefaultTimeZone, "", "UTC is not assumed"),
            Regions = Read(() => List(ConfigAttributes.Regions), [], NothingScheduled),
            // With what is empty: whoever meant a role there has to hear of it.
            CrossAccountRoles = Read(() => _attributes.List(ConfigAttributes.CrossAccountRoles), [], DefaultUsed),
            ScheduledServices = Read(() => List(ConfigAttributes.ScheduledServices), [], NothingScheduled),
            ScheduleClusters = Flag(ConfigAttributes.ScheduleClusters, defaults.ScheduleClusters),
            CreateRdsSnapshot = Flag(ConfigAttributes.CreateRdsSnapshot, defaults.CreateRdsSnapshot),
            ScheduleLambdaAccount = Read(
                () => _attributes.Flag(ConfigAttributes.ScheduleLambdaAccount) ?? defaults.ScheduleLambdaAccount, false, "the account is left alone"),
            UseMetrics = Flag(ConfigAttributes.UseMetrics, defaults.UseMetrics),
            Trace = Flag(ConfigAttributes.Trace, defaults.Trace),
            StartedTags = Read(() => _attributes.Text(ConfigAttributes.StartedTags), null, DefaultUsed),
            StoppedTags = Read(() => _attributes.Text(ConfigAttributes.StoppedTags), null, DefaultUsed),
            MaxOverride = Read(() => _attributes.Length(ConfigAttributes.MaxOverride) ?? defaults.MaxOverride, defaults.MaxOverride, DefaultUsed),
        };
        return _mayNotSchedule ? settings with { ScheduledServices = [] } : settings;
    }

    private ImmutableArray<string> List(string name) => [.. _attributes.List(name).Where(entry => entry.Length > 0)];

    private bool Flag(string name, bool fallback) => Read(() => _attributes.Flag(name) ?? fallback, fallback, DefaultUsed);

    private T Read<T>(Func<T> read, T whenUnreadable, string effect)
    {
        try
        {
            return read();
        }
        catch (ConfigurationException problem)
        {
            _mayNotSchedule |= effect == NothingScheduled;
            problems.Add(new ConfigurationProblem(item.ToString(), problem.Field, $"{problem.Message}; {effect}"));
            return whenUnreadable;
        }
    }
}
