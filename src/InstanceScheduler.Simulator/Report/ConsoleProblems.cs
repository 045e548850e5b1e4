using Spectre.Console;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The problems of a play below the table: each once, the first ones only, the rest is in the report.</summary>
internal static class ConsoleProblems
{
    private const int Most = 15;

    public static void Write(IAnsiConsole console, SimulationReport report)
    {
        if (report.Problems.Count == 0)
            return;
        console.WriteLine();
        console.Write(new Text("Problems\n", new Style(decoration: Decoration.Bold)));
        foreach (var problem in report.Problems.Take(Most))
        {
            var times = problem.Count > 1 ? $" ({problem.Count} times)" : "";
            console.Write(new Text(VisibleText.Of($"- {problem.Text}{times}") + "\n"));
        }

        if (report.Problems.Count > Most)
            console.WriteLine($"- and {report.Problems.Count - Most} more in the report");
        console.WriteLine();
    }
}
