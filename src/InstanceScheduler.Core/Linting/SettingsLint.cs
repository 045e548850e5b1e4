using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Tagging;
using NodaTime;

namespace InstanceScheduler.Core.Linting;

/// <summary>Finds settings that keep everything from being scheduled, and tags that no run can set.</summary>
internal static class SettingsLint
{
    private static readonly string Item = new ConfigItem(ConfigTypes.Config, ConfigTypes.SchedulerItem, []).ToString();

    public static IEnumerable<LintFinding> Check(IReadOnlyList<ConfigItem> items, SchedulerSettings settings, bool isWhole)
    {
        // A file may hold periods and schedules alone.
        if (!isWhole && !items.Any(item => item.Type == ConfigTypes.Config && item.Name == ConfigTypes.SchedulerItem))
            return [];
        return Services(settings.ScheduledServices).Concat(Problems(ConfigAttributes.StartedTags, settings.StartedTags, settings.TagName))
            .Concat(Problems(ConfigAttributes.StoppedTags, settings.StoppedTags, settings.TagName));
    }

    private static IEnumerable<LintFinding> Services(ImmutableArray<string> services) => services.IsEmpty
        ? [new LintFinding(LintSeverity.Error, Item, Field: null, ServiceNames.NothingScheduled, $"set it to {ServiceNames.Listed}")]
        : services.Where(service => !ServiceNames.All.Contains(service, StringComparer.Ordinal)).Select(service => new LintFinding(
            LintSeverity.Error, Item, ConfigAttributes.ScheduledServices, ServiceNames.Unknown(service), $"use {ServiceNames.Listed}"));

    private static IEnumerable<LintFinding> Problems(string attribute, string? template, string tagName) =>
        from problem in TagTemplate.Render(attribute, template, stack: "", Instant.FromUnixTimeSeconds(0)).WithoutScheduleTag(attribute, tagName).Problems
        select new LintFinding(LintSeverity.Error, Item, attribute, problem[(attribute.Length + 2)..]);
}
