using System.CommandLine;
using System.Diagnostics;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>The scheduler in storms of faults and kills.</summary>
internal sealed class ChaosCommand : Command
{
    private readonly Option<int> _seed = new("--seed") { Description = "Any number: all that is left to chance follows from it", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _seeds = BenchmarkOptions.Count("--seeds", "How many plays, with the seeds that follow", 1);
    private readonly Option<int> _days = BenchmarkOptions.Count("--days", "Days to play, at 15-minute ticks", 2);
    private readonly Option<bool> _http = new("--http") { Description = "Calls go over loopback sockets instead of in process" };

    public ChaosCommand()
        : base("chaos", "Plays 300 instances in 3 accounts and 2 regions in storms of faults and kills, judged after every tick and beside a twin without faults.")
    {
        Options.Add(_seed);
        Options.Add(_seeds);
        Options.Add(_days);
        Options.Add(_http);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (first, count) = (parsed.GetRequiredValue(_seed), parsed.GetRequiredValue(_seeds));
        var violations = 0;
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
        await Parallel.ForAsync(0, count, atOnce, async (number, stop) =>
        {
            var options = new ChaosOptions(unchecked(first + number), parsed.GetRequiredValue(_days), parsed.GetRequiredValue(_http));
            Interlocked.Add(ref violations, await PlayAsync(options, count == 1, stop));
        });
        Console.WriteLine(violations == 0 ? $"{count} of {count} plays without a violation." : $"{violations} violations.");
        return violations == 0 ? 0 : 1;
    }

    private static async Task<int> PlayAsync(ChaosOptions options, bool showsProgress, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        await using var play = new ChaosPlay(options);
        var shown = 0;
        await play.RunAsync(
            share =>
            {
                if (!showsProgress || (int)(share * 10) == shown)
                    return;
                shown = (int)(share * 10);
                Console.Error.WriteLine($"{shown * 10} %");
            },
            stop);
        Console.WriteLine(ChaosSummary.Of(options, play, Stopwatch.GetElapsedTime(started)));
        return play.Violations.Count;
    }
}
