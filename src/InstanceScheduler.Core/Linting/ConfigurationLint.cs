using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Linting;

/// <summary>Looks through a whole configuration: for what no run can use, and for what runs use and nobody can have meant.</summary>
public static class ConfigurationLint
{
    /// <summary>All findings by item, the worst of each first. Never throws for what items may hold.</summary>
    /// <param name="items">Items of the table in any order.</param>
    /// <param name="isWhole">Whether these are all there are, so that missing settings are a mistake.</param>
    public static ImmutableArray<LintFinding> Check(IReadOnlyList<ConfigItem> items, bool isWhole = false)
    {
        var configuration = ConfigurationReader.Read(items);
        var days = new HoldingDays();
        IEnumerable<LintFinding> findings =
        [
            .. configuration.Problems.Select(problem => new LintFinding(LintSeverity.Error, problem.Item, problem.Field, problem.Message)),
            .. items.SelectMany(AttributeLint.Check),
            .. SettingsLint.Check(items, configuration.Settings, isWhole),
            .. PeriodLint.Check(items, configuration, days),
            .. CalendarLint.Check(items, configuration),
            .. OverrideLint.Check(items, configuration),
            .. items.Where(item => item.Type == ConfigTypes.Schedule).SelectMany(item => ScheduleLint.Check(item, items)),
            .. configuration.Schedules.Values.SelectMany(schedule => PeriodPairLint.Check(schedule, days)),
        ];
        return [.. findings.Distinct()
            .OrderBy(finding => finding.Item, StringComparer.Ordinal).ThenByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Field, StringComparer.Ordinal).ThenBy(finding => finding.Text, StringComparer.Ordinal)];
    }
}
