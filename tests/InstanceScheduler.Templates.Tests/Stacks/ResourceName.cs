namespace InstanceScheduler.Templates.Tests.Stacks;

/// <summary>What a resource of the rendered stack is called; null for its name, <c>Arn</c> for its ARN.</summary>
internal delegate string ResourceName(string logicalId, string? attribute);
