using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Linting;

/// <summary>Finds options of a schedule that contradict each other or lead nowhere.</summary>
internal static class ScheduleLint
{
    public static IEnumerable<LintFinding> Check(ConfigItem item, IReadOnlyList<ConfigItem> items)
    {
        var attributes = new AttributeReader(item);
        var isOverridden = !attributes.IsEmpty(ConfigAttributes.OverrideStatus) || !attributes.IsEmpty(ConfigAttributes.Overwrite);
        if (!isOverridden && attributes.IsEmpty(ConfigAttributes.Periods))
            yield return Warning(item, ConfigAttributes.Periods, "it has neither periods nor an override, so its instances are always stopped",
                "name its periods, or say so with override_status = stopped");
        // A run does not look at them, until the day on which the override is taken away.
        if (isOverridden)
            foreach (var name in Missing(item, items))
                yield return Warning(item, ConfigAttributes.Periods, $"period \"{name}\" does not exist{Suggestion.For(name, NamesOf(items))}, which the override hides",
                    "correct the name, or leave it out");
        if (IsSet(item, ConfigAttributes.Enforced, true) && IsSet(item, ConfigAttributes.StopNewInstances, false))
            yield return Warning(item, ConfigAttributes.StopNewInstances, "it is off, and enforced stops new instances at the second run all the same",
                "use one of the two");
        if (IsSet(item, ConfigAttributes.Enforced, true) && !attributes.IsEmpty(ConfigAttributes.MaxUptime))
            yield return new LintFinding(LintSeverity.Error, item.ToString(), ConfigAttributes.MaxUptime,
                "it contradicts enforced, which would start again at once what has run long enough, so it is ignored", "use one of the two");
        if (IsSet(item, ConfigAttributes.Enforced, true) && IsSet(item, ConfigAttributes.RespectManualStop, true))
            yield return Warning(item, ConfigAttributes.RespectManualStop, "it contradicts enforced, which undoes manual stops, so it is ignored", "use one of the two");
        if (ReservedTags.All.Contains(item.Name, StringComparer.Ordinal))
            yield return Warning(item, ConfigAttributes.Name, $"without this schedule the tag value \"{item.Name}\" would say {ReservedTags.Explain(item.Name)}; now it names the schedule",
                "give the schedule another name, unless that is meant");
        if (!attributes.IsEmpty(ConfigAttributes.SsmMaintenanceWindow) && !IsSet(item, ConfigAttributes.UseMaintenanceWindow, true))
            yield return Warning(item, ConfigAttributes.SsmMaintenanceWindow, "a window is named, and use_maintenance_window is off, so that it is never used",
                "set use_maintenance_window to true, or leave the window out");
    }

    private static IEnumerable<string> Missing(ConfigItem item, IReadOnlyList<ConfigItem> items)
    {
        var names = NamesOf(items).ToHashSet(StringComparer.Ordinal);
        return PeriodUse.PeriodsOf(item).Where(name => name.Length > 0 && !names.Contains(name)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(IEnumerable<ConfigItem> items) =>
        items.Where(item => item.Type == ConfigTypes.Period).Select(item => item.Name);

    // One that cannot be read is told by the reader.
    private static bool IsSet(ConfigItem item, string attribute, bool value)
    {
        try
        {
            return new AttributeReader(item).Flag(attribute) == value;
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    private static LintFinding Warning(ConfigItem item, string field, string text, string remedy) => new(LintSeverity.Warning, item.ToString(), field, text, remedy);
}
