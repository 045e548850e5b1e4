using InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>A resource of a stack, as its template and CloudFormation name it.</summary>
/// <param name="LogicalId">The name in the template.</param>
/// <param name="PhysicalId">The name in AWS; null while there is none.</param>
/// <param name="Type"><c>AWS::Lambda::Function</c></param>
internal sealed record StackResource(string LogicalId, string? PhysicalId, string Type)
{
    public string Status { get; init; } = "CREATE_COMPLETE";

    /// <summary>What was made of it; null where the stack has no template.</summary>
    public MadeResource? Made { get; init; }

    /// <summary>How the template declares it; null where the stack has no template.</summary>
    public TemplateResource? Declaration { get; init; }

    /// <summary>How often it was replaced.</summary>
    public int Generation { get; init; }

    /// <summary>Why it is in that status; null where nothing is to be said.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When the status was set; null until a stack took the resource.</summary>
    public DateTimeOffset? LastUpdated { get; init; }
}
