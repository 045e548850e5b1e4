using System.Globalization;
using System.Text;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>A play in words and numbers.</summary>
internal static class ChaosSummary
{
    public static string Of(ChaosOptions options, ChaosPlay play, TimeSpan time)
    {
        var count = play.Count;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {options.Seed}: {count.Ticks} ticks, {count.Starts:N0} starts, {count.Stops:N0} stops, {count.Doings} doings of people, {play.Violations.Count} violations, {time.TotalSeconds:F1} s");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {count.AllFaults:N0} faults in {count.Calls:N0} calls of storms ({100.0 * count.AllFaults / Math.Max(1, count.Calls):F1} %), {count.Kills} kills, {count.Duplicates} events delivered again or late");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {count.EdgesHit:N0} of {count.Edges:N0} period edges in disturbed runs; {count.Calms} calms, {count.Twins:N0} instances compared with the twin's");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {string.Join(", ", count.Faults.Select(fault => $"{fault.Key} {fault.Value}"))}, conflicts {count.Conflicts}");
        foreach (var violation in play.Violations)
            text.AppendLine(CultureInfo.InvariantCulture, $"  VIOLATION with --seed {options.Seed} --days {options.Days}{(options.OverLoopback ? " --http" : "")}: {violation}");
        return text.ToString().TrimEnd();
    }
}
