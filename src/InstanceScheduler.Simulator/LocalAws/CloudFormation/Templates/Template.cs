using System.Collections.Immutable;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>A template in strict JSON, checked as far as that is possible without values for its parameters.</summary>
internal sealed record Template
{
    /// <summary>The longest text that may be sent with a request.</summary>
    public const int LargestBody = 51_200;

    public required string Text { get; init; }

    /// <summary>Null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>In the order in which they stand.</summary>
    public required ImmutableArray<TemplateParameter> Parameters { get; init; }

    public required ImmutableDictionary<string, JsonElement> Mappings { get; init; }

    public required ImmutableDictionary<string, JsonElement> Conditions { get; init; }

    /// <summary>In the order in which they stand.</summary>
    public required ImmutableArray<TemplateResource> Resources { get; init; }

    /// <summary>In the order in which they stand.</summary>
    public required ImmutableArray<TemplateOutput> Outputs { get; init; }

    /// <summary>What has to be acknowledged before CloudFormation uses the template: <c>CAPABILITY_IAM</c> or <c>CAPABILITY_NAMED_IAM</c>.</summary>
    public ImmutableArray<string> Capabilities => Resources.Where(resource => Names.ContainsKey(resource.Type)).ToArray() switch
    {
        [] => [],
        var roles when Array.Exists(roles, IsNamed) => ["CAPABILITY_NAMED_IAM"],
        _ => ["CAPABILITY_IAM"],
    };

    // Types that give permissions, and the property that names them; a policy's own name names nothing that others refer to.
    private static readonly ImmutableDictionary<string, string?> Names = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["AWS::IAM::Role"] = "RoleName",
        ["AWS::IAM::ManagedPolicy"] = "ManagedPolicyName",
        ["AWS::IAM::User"] = "UserName",
        ["AWS::IAM::Group"] = "GroupName",
        ["AWS::IAM::Policy"] = null,
        ["AWS::IAM::InstanceProfile"] = "InstanceProfileName",
        ["AWS::IAM::AccessKey"] = null,
        ["AWS::IAM::UserToGroupAddition"] = null,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <exception cref="TemplateException">It is no template.</exception>
    public static Template Parse(string text)
    {
        var template = TemplateReader.Read(text);
        TemplateCheck.Run(template);
        return template;
    }

    private static bool IsNamed(TemplateResource resource) =>
        Names[resource.Type] is { } name && resource.Properties.ValueKind == JsonValueKind.Object && resource.Properties.TryGetProperty(name, out _);
}
