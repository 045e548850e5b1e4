using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>Asks of an item what a run would make of it, among all the others.</summary>
public static class ItemCheck
{
    /// <exception cref="ActionRefusedException">A run could not use it; in the run's own words.</exception>
    public static void Check(ConfigItem item, IReadOnlyList<ConfigItem> table)
    {
        var others = table.Where(other => other.Type != item.Type || other.Name != item.Name);
        var problems = ConfigurationReader.Read([.. others, item]).Problems;
        if (problems.FirstOrDefault(problem => problem.Item == item.ToString()) is { } problem)
            throw new ActionRefusedException($"error: {problem}");
    }
}
