using System.Collections.Immutable;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>A resource as the template declares it.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Type"><c>AWS::Lambda::Function</c></param>
/// <param name="Properties">With functions; undefined where there are none.</param>
internal sealed record TemplateResource(string LogicalId, string Type, JsonElement Properties)
{
    /// <summary>Null: it is always there.</summary>
    public string? Condition { get; init; }

    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary><c>Delete</c>, <c>Retain</c> or <c>RetainExceptOnCreate</c>.</summary>
    public string DeletionPolicy { get; init; } = "Delete";

    /// <summary><c>Delete</c> or <c>Retain</c>.</summary>
    public string UpdateReplacePolicy { get; init; } = "Delete";

    public bool IsCustom => Type == "AWS::CloudFormation::CustomResource" || Type.StartsWith("Custom::", StringComparison.Ordinal);
}
