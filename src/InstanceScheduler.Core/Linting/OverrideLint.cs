using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Overrides;

namespace InstanceScheduler.Core.Linting;

/// <summary>Finds overrides that are about nothing that can exist, and some that never leave the table.</summary>
internal static class OverrideLint
{
    private const string InstancePrefix = "i-";

    public static IEnumerable<LintFinding> Check(IReadOnlyList<ConfigItem> items, SchedulerConfiguration configuration)
    {
        foreach (var one in configuration.Overrides.All)
        {
            if (one.Scope == OverrideScope.Schedule && WhyNoSchedule(one.Subject, items, configuration) is { } why)
                yield return Warning(one, ConfigAttributes.Schedule, why, "correct the name, or cancel the override");
            if (one.Scope == OverrideScope.Instance && WhyNoInstance(one) is { } whyNot)
                yield return Warning(one, ConfigAttributes.Instance, whyNot, "correct the id or the service, or cancel the override");
        }

        foreach (var item in items)
            if (item.Type == ConfigTypes.Override && new AttributeReader(item).IsEmpty(ConfigAttributes.Expires))
                yield return new LintFinding(LintSeverity.Warning, item.ToString(), ConfigAttributes.Expires,
                    "it has none, so it stays in the table after its end", "set it (N) to the end in epoch seconds, or make overrides with the command line");
    }

    private static string? WhyNoSchedule(string name, IReadOnlyList<ConfigItem> items, SchedulerConfiguration configuration)
    {
        List<string> known = [.. items.Where(item => item.Type == ConfigTypes.Schedule).Select(item => item.Name), .. configuration.Reserved.Keys];
        return name == ReservedTags.Ignore && configuration.IsIgnored(name) ? $"\"{name}\" stands for instances that are never touched, by an override neither"
            : known.Contains(name) ? null
            : $"schedule \"{name}\" does not exist{Suggestion.For(name, known)}";
    }

    // Which instances there are only a run knows; what one of EC2 looks like is known here.
    private static string? WhyNoInstance(TimedOverride one)
    {
        var isOfEc2 = one.Subject.StartsWith(InstancePrefix, StringComparison.Ordinal);
        return one.Service switch
        {
            ServiceNames.Ec2 when !isOfEc2 => $"\"{one.Subject}\" is no id of an EC2 instance",
            ServiceNames.Rds when isOfEc2 => $"\"{one.Subject}\" is an id of EC2, and no name of a database",
            _ => isOfEc2 && (one.Subject.Length is not (10 or 19) || !one.Subject[InstancePrefix.Length..].All(char.IsAsciiHexDigitLower))
                ? $"\"{one.Subject}\" is no id of an EC2 instance, which has 8 or 17 hexadecimal digits"
                : null,
        };
    }

    private static LintFinding Warning(TimedOverride one, string field, string text, string remedy) =>
        new(LintSeverity.Warning, $"{ConfigTypes.Override} \"{one.Name}\"", field, text, remedy);
}
