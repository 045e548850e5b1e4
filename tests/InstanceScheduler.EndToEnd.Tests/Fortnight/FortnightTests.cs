using InstanceScheduler.EndToEnd.Tests.Plays;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.Report;
using Xunit.Abstractions;

namespace InstanceScheduler.EndToEnd.Tests.Fortnight;

/// <summary>Two weeks of 60 instances, 40 databases and 10 clusters, judged after every tick by a reading of the contract of its own.</summary>
[Trait("Category", "Fortnight")]
public sealed class FortnightTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_tick_ends_as_the_schedules_want_but_for_what_was_planned_to_fail_and_is_explained()
    {
        var input = CheckedPlay.InputOf(Sample.Fortnight);
        Assert.Equal((60, 40, 10), (input.Fleet.Instances.Count, input.Fleet.Databases.Count(database => database.ClusterId is null), input.Fleet.Clusters.Count));
        using var play = new CheckedPlay(input);

        var report = await play.RunAsync();

        Tell(play, report);
        Assert.Equal(14 * 24 * 4, play.Ticks);
        Assert.Empty(Unplanned(play));
        Assert.All(FortnightExceptions.Reasons, exception => Assert.Contains(
            RowOf(report, exception.Key).Problems, problem => problem.Contains(exception.Value, StringComparison.Ordinal)));
        Assert.Empty(report.Instances.Where(row => row.Problems.Count > 0).Select(IdOf).Except(FortnightExceptions.Reasons.Keys, StringComparer.Ordinal));
        Assert.All(report.Problems, problem => Assert.NotEmpty(problem.Resources));
        Covers(play, report);
    }

    private static IEnumerable<string> Unplanned(CheckedPlay play) =>
        play.Deviations.Where(deviation => !FortnightExceptions.Reasons.ContainsKey(deviation.Key)).SelectMany(deviation => deviation.Value);

    // A fortnight in which nothing happened would end as wanted too.
    private static void Covers(CheckedPlay play, SimulationReport report)
    {
        Assert.InRange(Starts(report), 900, int.MaxValue);
        Assert.InRange(Stops(report), 800, int.MaxValue);
        Assert.InRange(Resizes(play), 80, int.MaxValue);
        Assert.InRange(Restarts(play), 8, int.MaxValue);
        Assert.InRange(WindowStarts(report), 20, int.MaxValue);
        Assert.Equal("Client.UserInitiatedHibernate", play.Stage.Aws.Ec2["i-0f04700000000000f"].Now.Reason?.Code);
        Assert.Equal("Client.UserInitiatedShutdown", play.Stage.Aws.Ec2["i-0f047000000000012"].Now.Reason?.Code);
    }

    private void Tell(CheckedPlay play, SimulationReport report)
    {
        output.WriteLine($"{play.Ticks} ticks, {play.Judgements} judgements");
        output.WriteLine($"{Starts(report)} starts, {Stops(report)} stops, {Resizes(play)} resizes, {Restarts(play)} restarts by AWS, {WindowStarts(report)} starts for maintenance windows");
        output.WriteLine($"{play.Stage.Aws.Topics.Messages.Count} notices, {report.CallCounts.Sum(calls => calls.Count)} calls");
        foreach (var (id, sentences) in play.Deviations.OrderBy(deviation => deviation.Key, StringComparer.Ordinal))
            output.WriteLine($"{sentences.Count} x {sentences[0]}");
    }

    private static int Starts(SimulationReport report) => report.Instances.Sum(row => row.Spans.Count(IsStart));

    private static int Stops(SimulationReport report) =>
        report.Instances.Sum(row => row.Spans.Count(span => span is { Cause: PowerCause.Scheduler, State: PowerState.Stopping }));

    private static long Resizes(CheckedPlay play) => play.Stage.Aws.Calls.Totals
        .Where(total => total.Key is { Service: "ec2", Operation: "ModifyInstanceAttribute", ErrorCode: null }).Sum(total => total.Value.Calls);

    private static int Restarts(CheckedPlay play) => play.Stage.Aws.Rds.History
        .Count(change => change is { Cause: RdsCause.AutomaticRestart, Status: "starting" } && change.Resource is not LocalDatabase { Cluster: not null });

    private static int WindowStarts(SimulationReport report) =>
        report.Instances.Sum(row => row.Spans.Count(span => IsStart(span) && span.Reason.StartsWith("maintenance window", StringComparison.Ordinal)));

    private static bool IsStart(PowerSpan span) => span is { Cause: PowerCause.Scheduler, State: PowerState.Starting };

    private static InstanceTimeline RowOf(SimulationReport report, string id) => report.Instances.Single(row => IdOf(row) == id);

    private static string IdOf(InstanceTimeline row) => PlaySightings.IdOf(row.Kind, row.Region, row.InstanceId);
}
