using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Makes the report of a play: what the instances did comes from the local AWS, why from the function's log.</summary>
internal sealed class Timelines
{
    private readonly SimulationInput _input;
    private readonly Stage _stage;
    private readonly FunctionLog _log;
    private readonly IReadOnlyList<LoggedProblem> _problems;
    private readonly StateChanges _changes;
    private readonly SchedulerConfiguration _configuration;
    private readonly WhyUnmanaged _why;
    private readonly IReadOnlyList<FleetResource> _rows;

    public Timelines(SimulationInput input, Stage stage, FunctionLog log)
    {
        (_input, _stage, _log) = (input, stage, log);
        _problems = log.Problems;
        _changes = new StateChanges(stage.Aws);
        _configuration = RawConfiguration.Read(input.Config);
        _why = new WhyUnmanaged(_configuration, stage.Aws.Options.HubAccount, stage.Aws.Options.HubRegion);
        _rows = [.. input.Fleet.Resources.Where(HasRow)];
    }

    public SimulationReport Report() => new(
        _input.Title, _input.Start, _input.End, _input.Tick, _input.Zone,
        [.. _rows.Select(Timeline)],
        [.. _input.Notes.Select(note => new ReportProblem(note)), .. NeverListed(), .. _problems.Select(ToReport)],
        _input.Prices,
        [.. _stage.Aws.Calls.Totals.GroupBy(total => $"{total.Key.Service} {total.Key.Operation}", StringComparer.Ordinal)
            .OrderBy(calls => calls.Key, StringComparer.Ordinal)
            .Select(calls => new CallCount(calls.Key, calls.Sum(call => call.Value.Calls)))]);

    // A member goes with its cluster, whose row tells all, unless somebody meant to schedule it by itself.
    private bool HasRow(FleetResource resource) => resource is not FleetDatabase { ClusterId: { } cluster }
        || resource.Tag(_why.TagName) is not null
        || !_input.Fleet.Clusters.Any(listed => listed.Key == resource.Key with { Id = cluster });

    private InstanceTimeline Timeline(FleetResource resource)
    {
        var decisions = DecisionsOn(resource);
        var recorder = new SpanRecorder();
        foreach (var change in _changes.Of(resource).TakeWhile(change => change.At < _input.End))
            recorder.Observe(Instant.Max(change.At, _input.Start), change.State, change.Cause, ReasonOf(change, decisions));

        return new InstanceTimeline(
            resource.Account, resource.Region, resource.Id, resource.Name, resource.Type, resource.Tag(_why.TagName),
            Managed: decisions.Count > 0, recorder.Until(_input.End), recorder.Starts, recorder.Stops,
            resource.Tag(_why.TagName) is null ? [] : [.. _problems.Where(problem => problem.Resources.Contains(resource.Key)).Select(problem => problem.Text)])
        {
            Kind = resource.Kind,
            PricedTypes = PricedTypes(resource),
            Reasons = [.. decisions.Select(decision => new ReasonChange(decision.Instant, decision.Reason))],
            Note = decisions.Count > 0 ? null : _why.Of(resource),
            Calendars = CalendarsOf(resource),
        };
    }

    private IReadOnlyList<WorkdayCalendar> CalendarsOf(FleetResource resource) =>
        resource.Tag(_why.TagName)?.Trim() is not { } tag || _configuration.ScheduleOf(tag) is not { } schedule ? []
            : [.. schedule.Periods.Select(period => period.Period.Calendar).OfType<WorkdayCalendar>().Where(calendar => !calendar.IsEmpty).DistinctBy(calendar => calendar.Name, StringComparer.Ordinal)];

    // A database and a cluster of one name are one to the log; only what is tagged is decided about.
    private IReadOnlyList<LoggedDecision> DecisionsOn(FleetResource resource) =>
        resource.Tag(_why.TagName) is null ? [] : _log.DecisionsOn(resource.Key);

    // The standby costs as much again; a cluster costs what its members do.
    private IReadOnlyList<string> PricedTypes(FleetResource resource) => resource switch
    {
        FleetDatabase { MultiAz: true, ClusterId: null } database => [database.Type, database.Type],
        FleetCluster cluster => [.. _input.Fleet.MembersOf(cluster).Select(member => member.Type)],
        _ => [resource.Type],
    };

    // What the function cannot report, because it never hears of these instances.
    private IEnumerable<ReportProblem> NeverListed() => _rows
        .Where(resource => DecisionsOn(resource).Count == 0 && _why.Unheard(resource) is not null)
        .GroupBy(resource => _why.Unheard(resource)!, StringComparer.Ordinal)
        .Select(unheard => new ReportProblem($"{unheard.Count()} instances are not managed: {unheard.Key}")
        {
            Resources = [.. unheard.Select(resource => resource.Key)],
        });

    private static string ReasonOf(StateChange change, IReadOnlyList<LoggedDecision> decisions) => change.Cause switch
    {
        PowerCause.Found => decisions.Count > 0 ? decisions[0].Reason : "as it was found",
        PowerCause.Scheduler => decisions.LastOrDefault(decision => decision.Instant <= change.At && decision.Action != "None")?.Reason ?? "",
        _ => change.Why ?? "",
    };

    private static ReportProblem ToReport(LoggedProblem problem) =>
        new(problem.Text, problem.Source.Length > 0 ? problem.Source : null, problem.Count, problem.FirstSeen) { Resources = [.. problem.Resources.OrderBy(key => key.Id, StringComparer.Ordinal)] };
}
