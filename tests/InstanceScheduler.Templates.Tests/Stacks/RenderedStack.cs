using System.Collections.Immutable;
using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Templates.Tests.Stacks;

/// <summary>All that a stack would consist of, with names that nobody gave.</summary>
/// <param name="Resources">Type and properties by logical id.</param>
/// <param name="Outputs">By name.</param>
internal sealed record RenderedStack(ImmutableSortedDictionary<string, (string Type, JsonObject Properties)> Resources, ImmutableSortedDictionary<string, string> Outputs)
{
    public const string Account = RenderedRole.Account;

    public static RenderedStack Of(Template template, StackChoice choice, string stackName = RenderedRole.StackName)
    {
        var pseudo = new PseudoParameters(Account, choice.Region, stackName, $"arn:{choice.Partition}:cloudformation:{choice.Region}:{Account}:stack/{stackName}/1a2b3c");
        var resources = new SymbolicResources(template, pseudo);
        var stack = new StackTemplate(template, choice.Parameters, pseudo);
        return new RenderedStack(
            stack.Resources.ToImmutableSortedDictionary(
                resource => resource.LogicalId, resource => (resource.Type, stack.PropertiesOf(resource, resources.Of)), StringComparer.Ordinal),
            stack.OutputsOf(resources.Of).ToImmutableSortedDictionary(output => output.Name, output => output.Value, StringComparer.Ordinal));
    }

    /// <summary>All texts in the properties, and the outputs.</summary>
    public IEnumerable<string> Texts() => Resources.Values.SelectMany(resource => TextsIn(resource.Properties)).Concat(Outputs.Values);

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsIn(member.Value)),
        JsonArray list => list.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
