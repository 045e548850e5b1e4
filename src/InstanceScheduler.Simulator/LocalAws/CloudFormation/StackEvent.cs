namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Something that happened to a stack or to a resource of it.</summary>
/// <param name="Id">Unique in the stack.</param>
/// <param name="Time">When.</param>
/// <param name="LogicalId">The resource; the stack's name where it is about the stack.</param>
/// <param name="PhysicalId">Empty where there is none yet.</param>
/// <param name="Type">Of the resource.</param>
/// <param name="Status">From then on.</param>
/// <param name="Reason">Null where nothing is to be said.</param>
internal sealed record StackEvent(
    string Id, DateTimeOffset Time, string LogicalId, string PhysicalId, string Type, string Status, string? Reason);
