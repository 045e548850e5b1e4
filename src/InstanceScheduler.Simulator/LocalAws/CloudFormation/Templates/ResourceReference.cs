using System.Text.Json.Nodes;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>What a reference to a resource gives: the engine asks the resource, a test makes something up.</summary>
/// <param name="logicalId">Of a resource that the stack has.</param>
/// <param name="attribute">Of <c>Fn::GetAtt</c>; null for <c>Ref</c>.</param>
/// <exception cref="TemplateException">The resource has no such attribute.</exception>
internal delegate JsonNode ResourceReference(string logicalId, string? attribute);
