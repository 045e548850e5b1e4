using System.Collections.Immutable;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Reads the scheduler's own settings; an unreadable one keeps its default and is reported.</summary>
internal sealed class SettingsReader(ConfigItem item, ImmutableArray<ConfigurationProblem>.Builder problems)
{
    private readonly AttributeReader _attributes = new(item);

    public SchedulerSettings Read()
    {
        var defaults = new SchedulerSettings();
        return new SchedulerSettings
        {
            TagName = Or(defaults.TagName, () => _attributes.Text(ConfigAttributes.TagName)),
            DefaultTimeZone = Or(defaults.DefaultTimeZone, () => _attributes.Text(ConfigAttributes.DefaultTimeZone)),
            Regions = List(ConfigAttributes.Regions),
            CrossAccountRoles = List(ConfigAttributes.CrossAccountRoles),
            ScheduledServices = List(ConfigAttributes.ScheduledServices),
            ScheduleClusters = Flag(ConfigAttributes.ScheduleClusters, defaults.ScheduleClusters),
            CreateRdsSnapshot = Flag(ConfigAttributes.CreateRdsSnapshot, defaults.CreateRdsSnapshot),
            ScheduleLambdaAccount = Flag(ConfigAttributes.ScheduleLambdaAccount, defaults.ScheduleLambdaAccount),
            UseMetrics = Flag(ConfigAttributes.UseMetrics, defaults.UseMetrics),
            Trace = Flag(ConfigAttributes.Trace, defaults.Trace),
            StartedTags = Or(null, () => _attributes.Text(ConfigAttributes.StartedTags)),
            StoppedTags = Or(null, () => _attributes.Text(ConfigAttributes.StoppedTags)),
        };
    }

    private ImmutableArray<string> List(string name) =>
        [.. Or([], () => _attributes.List(name).Where(entry => entry.Length > 0).Cast<string>().ToArray())];

    private bool Flag(string name, bool fallback)
    {
        try
        {
            return _attributes.Flag(name) ?? fallback;
        }
        catch (ConfigurationException problem)
        {
            Report(problem);
            return fallback;
        }
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(fallback))]
    private T? Or<T>(T? fallback, Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? fallback;
        }
        catch (ConfigurationException problem)
        {
            Report(problem);
            return fallback;
        }
    }

    private void Report(ConfigurationException problem) =>
        problems.Add(new ConfigurationProblem(item.ToString(), problem.Field, $"{problem.Message}; the default is used"));
}
