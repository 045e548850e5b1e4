namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>An output of a stack.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">What it has become.</param>
/// <param name="Description">Null where there is none.</param>
internal sealed record StackOutput(string Name, string Value, string? Description);
