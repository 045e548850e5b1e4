using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>What a template's functions can be resolved with before there is any resource.</summary>
internal sealed class StackValues
{
    private readonly ImmutableDictionary<string, JsonNode> _parameters;
    private readonly PseudoParameters _pseudo;
    private readonly ConditionSet _conditions;

    public StackValues(Template template, ImmutableDictionary<string, JsonNode> parameters, PseudoParameters pseudo)
    {
        (Mappings, _parameters, _pseudo) = (template.Mappings, parameters, pseudo);
        var evaluation = new Evaluation(this, NoResource);
        _conditions = new ConditionSet(template.Conditions) { Text = evaluation.Text };
    }

    public ImmutableDictionary<string, JsonElement> Mappings { get; }

    /// <summary>A parameter or pseudo-parameter; null where there is none of the name.</summary>
    public JsonNode? this[string name] =>
        _parameters.GetValueOrDefault(name)?.DeepClone() ?? (_pseudo[name] is { } value ? JsonValue.Create(value) : null);

    public bool Holds(string condition) => _conditions[condition];

    private static JsonNode NoResource(string logicalId, string? attribute) =>
        throw new TemplateException(
            $"Template format error: Unresolved dependencies [{logicalId}]. Cannot reference resources in the Conditions block of the template");
}
