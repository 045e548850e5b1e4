namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>That something is named by a function of a template.</summary>
/// <param name="Kind">How.</param>
/// <param name="Name">Of a parameter, resource, mapping or condition.</param>
/// <param name="Attribute">Of <c>Fn::GetAtt</c>; null for the others and where it is a function itself.</param>
internal sealed record Mention(MentionKind Kind, string Name, string? Attribute = null);
