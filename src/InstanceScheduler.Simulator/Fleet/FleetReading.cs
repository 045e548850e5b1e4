namespace InstanceScheduler.Simulator.Fleet;

/// <summary>A fleet, and what of the file could not become part of it.</summary>
/// <param name="Instances">In the order of the file; never empty.</param>
/// <param name="Problems">Each names one instance or tag that was left out, or a listing that is not whole.</param>
internal sealed record FleetReading(IReadOnlyList<FleetInstance> Instances, IReadOnlyList<InputProblem> Problems);
