namespace InstanceScheduler.Simulator.Report;

/// <summary>One cause, and the instances that it hits.</summary>
/// <param name="Problem">Its text names no instances at its end.</param>
/// <param name="Instances">In the order of the report; empty when it hits none in particular.</param>
internal sealed record ProblemEntry(ReportProblem Problem, IReadOnlyList<InstanceTimeline> Instances);
