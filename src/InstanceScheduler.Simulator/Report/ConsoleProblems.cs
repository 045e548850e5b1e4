using Spectre.Console;

namespace InstanceScheduler.Simulator.Report;

/// <summary>The problems of a play below the table: each once, the first ones only, the rest is in the report.</summary>
internal static class ConsoleProblems
{
    private const int Most = 15;
    private const int MostIds = 10;

    public static void Write(IAnsiConsole console, SimulationReport report)
    {
        var entries = ProblemList.Of(report);
        if (entries.Count == 0)
            return;
        console.WriteLine();
        console.Write(new Text("Problems\n", new Style(decoration: Decoration.Bold)));
        foreach (var entry in entries.Take(Most))
        {
            var times = entry.Problem.Count > 1 ? $" ({entry.Problem.Count} times)" : "";
            console.Write(new Text(VisibleText.Of($"- {entry.Problem.Text}{Ids(entry)}{times}") + "\n"));
        }

        if (entries.Count > Most)
            console.WriteLine($"- and {entries.Count - Most} more in the report");
        console.WriteLine();
    }

    private static string Ids(ProblemEntry entry) => entry.Instances.Count == 0
        ? ""
        : $" [{string.Join(", ", entry.Instances.Select(instance => instance.InstanceId).Take(MostIds))}{(entry.Instances.Count > MostIds ? ", …" : "")}]";
}
