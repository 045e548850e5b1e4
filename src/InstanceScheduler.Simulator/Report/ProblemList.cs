using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The problems of a play and of its instances, each cause once.</summary>
internal static class ProblemList
{
    /// <summary>Those of the whole play first, in its order, then those that only instances know.</summary>
    public static IReadOnlyList<ProblemEntry> Of(SimulationReport report)
    {
        var entries = report.Problems
            .GroupBy(problem => (problem.Subject, problem.Text))
            .Select(same => new ProblemEntry(
                same.First() with { Count = same.Sum(problem => problem.Count), FirstSeen = same.Min(problem => problem.FirstSeen) },
                [.. report.Instances.Where(instance => same.Any(problem => problem.Resources.Contains(instance.Key)))]))
            .ToList();
        var own = report.Instances.SelectMany(instance => instance.Problems.Distinct(StringComparer.Ordinal).Select(text => (Text: text, Instance: instance)));
        foreach (var cause in own.GroupBy(problem => problem.Text, problem => problem.Instance, StringComparer.Ordinal))
        {
            var known = Enumerable.Range(0, entries.Count).Where(at => Says(entries[at].Problem, cause.Key)).ToList();
            if (known.Count == 0)
            {
                entries.Add(new ProblemEntry(new ReportProblem(cause.Key), [.. cause]));
                continue;
            }

            foreach (var at in known)
            {
                // Several sources may say the same, each of instances of its own.
                var hit = cause.Where(instance => Names(entries[at].Problem, instance) || (at == known[0] && !known.Exists(other => Names(entries[other].Problem, instance))));
                entries[at] = new ProblemEntry(entries[at].Problem with { Text = cause.Key }, [.. entries[at].Instances.Union(hit)]);
            }
        }

        return entries;
    }

    // A text may end with the ids it is about: "… [i-…, i-…]".
    private static bool Says(ReportProblem problem, string text) =>
        string.Equals(problem.Text, text, StringComparison.Ordinal)
        || (problem.Text.StartsWith(text + " [i-", StringComparison.Ordinal)
            && problem.Text.IndexOf(']', text.Length) == problem.Text.Length - 1);

    private static bool Names(ReportProblem problem, InstanceTimeline instance) =>
        problem.Resources.Contains(instance.Key)
        || (instance.Kind == FleetKind.Instance && problem.Text.Contains(instance.InstanceId, StringComparison.Ordinal));
}
