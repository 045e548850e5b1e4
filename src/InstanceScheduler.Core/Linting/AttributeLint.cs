using System.Collections.Frozen;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Linting;

/// <summary>Finds types and attributes that nobody reads, and flags that are texts.</summary>
internal static class AttributeLint
{
    private static readonly FrozenSet<string> Flags = FrozenSet.Create(StringComparer.Ordinal,
        ConfigAttributes.Overwrite, ConfigAttributes.Enforced, ConfigAttributes.RetainRunning, ConfigAttributes.Hibernate,
        ConfigAttributes.UseMaintenanceWindow, ConfigAttributes.StopNewInstances, ConfigAttributes.UseMetrics, ConfigAttributes.ScheduleClusters,
        ConfigAttributes.CreateRdsSnapshot, ConfigAttributes.ScheduleLambdaAccount, ConfigAttributes.Trace,
        ConfigAttributes.RespectManualStop);

    private static readonly string[] Types = [ConfigTypes.Config, ConfigTypes.Period, ConfigTypes.Schedule, ConfigTypes.Calendar, ConfigTypes.Override];

    public static IEnumerable<LintFinding> Check(ConfigItem item)
    {
        if (!Types.Contains(item.Type, StringComparer.Ordinal) || (item.Type == ConfigTypes.Config && item.Name != ConfigTypes.SchedulerItem))
        {
            yield return new LintFinding(LintSeverity.Warning, item.ToString(), Field: null,
                $"nobody reads items of this type{Suggestion.For(item.Type, Types)} and name", "correct its type, or delete it");
            yield break;
        }

        var known = KnownAttributes.Of(item.Type);
        foreach (var (attribute, value) in item.Attributes)
            if (!known.Contains(attribute))
                yield return new LintFinding(LintSeverity.Warning, item.ToString(), attribute,
                    $"nobody reads this attribute{Suggestion.For(attribute, known)}", "correct its name, or remove it");
            else if (Flags.Contains(attribute) && value is ConfigValue.Text { Value: var text } && !string.IsNullOrWhiteSpace(text))
                yield return new LintFinding(LintSeverity.Warning, item.ToString(), attribute,
                    $"\"{text}\" is a text, and v1.x takes any text for true", "store it as a boolean (BOOL)");
    }
}
