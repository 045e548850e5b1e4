using System.Globalization;
using Xunit.Abstractions;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>Plays pairs of runs of one service in every order of their calls, and prints how many orders there were.</summary>
public abstract class OverlapTest(ITestOutputHelper output, string service)
{
    // More for whoever has the time: the environment says so.
    private static readonly int MostPreemptions =
        int.Parse(Environment.GetEnvironmentVariable("Overlap_Preemptions") ?? "2", CultureInfo.InvariantCulture);

    private static int _total;

    protected async Task ExploreAsync(string name, bool isImmediate)
    {
        var pair = OverlapPair.Of(name);
        var orders = await OwnThread.RunAsync(() =>
        {
            using var clients = new OverlapClients();
            var inTurn = OverlapPlay.InTurn(clients, pair, service, isImmediate);
            return new Explorer(MostPreemptions).Explore(
                () => new OverlapPlay(clients, pair, service, isImmediate), play => [play.A, play.B], play => play.Conclude(inTurn));
        });
        var total = Interlocked.Add(ref _total, orders);
        output.WriteLine($"{service}, {name}{(isImmediate ? ", immediate" : "")}: {orders} orders with at most {MostPreemptions} preemptions; {total} in all so far");
    }
}
