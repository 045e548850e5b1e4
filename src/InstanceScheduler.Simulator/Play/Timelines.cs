using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.Report;
using NodaTime;
using Cause = InstanceScheduler.Simulator.LocalAws.Ec2.PowerCause;
using ReportCause = InstanceScheduler.Simulator.Report.PowerCause;
using ReportState = InstanceScheduler.Simulator.Report.PowerState;
using State = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Makes the report of a play: what the instances did comes from the local AWS, why from the function's log.</summary>
internal sealed class Timelines(SimulationInput input, Stage stage, FunctionLog log)
{
    private readonly ILookup<string, PowerTransition> _history = stage.Aws.Ec2.History.ToLookup(transition => transition.InstanceId, StringComparer.Ordinal);

    private readonly WhyUnmanaged _why = new(RawConfiguration.Read(input.Config), stage.Aws.Options.HubAccount, stage.Aws.Options.HubRegion);

    public SimulationReport Report() => new(
        input.Title, input.Start, input.End, input.Tick, input.Zone,
        [.. input.Fleet.Select(Timeline)],
        [.. input.Notes.Select(note => new ReportProblem(note)), .. NeverListed(), .. log.Problems.Select(ToReport)],
        input.Prices,
        [.. stage.Aws.Calls.Totals.GroupBy(total => $"{total.Key.Service} {total.Key.Operation}", StringComparer.Ordinal)
            .OrderBy(calls => calls.Key, StringComparer.Ordinal)
            .Select(calls => new CallCount(calls.Key, calls.Sum(call => call.Value.Calls)))]);

    private InstanceTimeline Timeline(FleetInstance instance)
    {
        var decisions = log.DecisionsOn(instance.InstanceId);
        var recorder = new SpanRecorder();
        foreach (var transition in _history[instance.InstanceId])
        {
            var at = Instant.FromDateTimeOffset(transition.Time);
            if (at >= input.End)
                break;
            recorder.Observe(Instant.Max(at, input.Start), StateOf(transition.State), CauseOf(transition.Cause), ReasonOf(transition, at, decisions));
        }

        return new InstanceTimeline(
            instance.Account, instance.Region, instance.InstanceId, instance.Name, instance.InstanceType, instance.Tag(_why.TagName),
            Managed: decisions.Count > 0, recorder.Until(input.End), recorder.Starts, recorder.Stops,
            [.. log.Problems.Where(problem => problem.Ids.Contains(instance.InstanceId)).Select(problem => problem.Text)])
        {
            Reasons = [.. decisions.Select(decision => new ReasonChange(decision.Instant, decision.Reason))],
            Note = decisions.Count > 0 ? null : _why.Of(instance),
        };
    }

    // What the function cannot report, because it never hears of these instances.
    private IEnumerable<ReportProblem> NeverListed() => input.Fleet
        .Where(instance => !IsManaged(instance) && _why.Unheard(instance) is not null)
        .GroupBy(instance => _why.Unheard(instance)!, StringComparer.Ordinal)
        .Select(unheard => new ReportProblem($"{unheard.Count()} instances are not managed: {unheard.Key}")
        {
            InstanceIds = [.. unheard.Select(instance => instance.InstanceId)],
        });

    private bool IsManaged(FleetInstance instance) => log.DecisionsOn(instance.InstanceId).Count > 0;

    private static string ReasonOf(PowerTransition transition, Instant at, IReadOnlyList<LoggedDecision> decisions) => transition.Cause switch
    {
        Cause.Added => decisions.Count > 0 ? decisions[0].Reason : "as it was found",
        Cause.Human => "by hand",
        Cause.Fallback => "AWS accepted the start, and it failed afterwards",
        _ => decisions.LastOrDefault(decision => decision.Instant <= at && decision.Action != "None")?.Reason ?? "",
    };

    private static ReportState StateOf(State state) => state switch
    {
        State.Pending => ReportState.Starting,
        State.Running => ReportState.On,
        State.Stopping => ReportState.Stopping,
        State.Stopped => ReportState.Off,
        _ => ReportState.Gone,
    };

    private static ReportCause CauseOf(Cause cause) => cause switch
    {
        Cause.Added => ReportCause.Found,
        Cause.Human => ReportCause.Human,
        Cause.Fallback => ReportCause.Cloud,
        _ => ReportCause.Scheduler,
    };

    private static ReportProblem ToReport(LoggedProblem problem) =>
        new(problem.Text, problem.Source.Length > 0 ? problem.Source : null, problem.Count, problem.FirstSeen)
        {
            InstanceIds = [.. problem.Ids.Order(StringComparer.Ordinal)],
        };
}
