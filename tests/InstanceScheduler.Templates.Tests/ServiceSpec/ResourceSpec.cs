using System.Text.Json;

namespace InstanceScheduler.Templates.Tests.ServiceSpec;

/// <summary>What CloudFormation knows of a resource type.</summary>
/// <param name="Attributes">For <c>Fn::GetAtt</c>.</param>
/// <param name="Properties">By name.</param>
/// <param name="Structures">Properties of the structures in it, by the structure's name.</param>
internal sealed record ResourceSpec(
    IReadOnlyList<string> Attributes,
    IReadOnlyDictionary<string, PropertySpec> Properties,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, PropertySpec>> Structures)
{
    private static readonly Lazy<IReadOnlyDictionary<string, ResourceSpec>> Known = new(Read);

    /// <summary>By type: <c>AWS::Lambda::Function</c>.</summary>
    public static IReadOnlyDictionary<string, ResourceSpec> All => Known.Value;

    private static Dictionary<string, ResourceSpec> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Tests, "ServiceSpec", "service-spec.json")));
        return document.RootElement.GetProperty("resources").EnumerateObject().ToDictionary(
            resource => resource.Name,
            resource => new ResourceSpec(
                [.. resource.Value.GetProperty("attributes").EnumerateArray().Select(attribute => attribute.GetString()!)],
                PropertySpec.ReadAll(resource.Value.GetProperty("properties")),
                resource.Value.GetProperty("types").EnumerateObject().ToDictionary(type => type.Name, type => PropertySpec.ReadAll(type.Value), StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }
}
