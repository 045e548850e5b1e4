using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>An output as the template declares it.</summary>
/// <param name="Name">Its logical id.</param>
/// <param name="Value">With functions.</param>
/// <param name="Description">Null where there is none.</param>
/// <param name="Condition">Null: it is always there.</param>
internal sealed record TemplateOutput(string Name, JsonElement Value, string? Description, string? Condition);
