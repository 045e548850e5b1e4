using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>A template with the values of its parameters: what a stack of it consists of, in the order in which it is made.</summary>
internal sealed class StackTemplate
{
    private readonly StackValues _values;

    // By logical id, whether it is there.
    private readonly Dictionary<string, bool> _known;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>> _dependencies;

    /// <param name="template">The template.</param>
    /// <param name="parameters">Values by name; what is left out takes its default.</param>
    /// <param name="pseudo">The stack.</param>
    /// <param name="stored">Reads Parameter Store for parameters that only name a value there; null: there is none.</param>
    /// <exception cref="TemplateException">A value is missing, unknown or breaks a rule, or the resources depend on each other in a circle.</exception>
    public StackTemplate(
        Template template, IReadOnlyDictionary<string, string> parameters, PseudoParameters pseudo, Func<string, string?>? stored = null)
    {
        Template = template;
        Parameters = ParameterValues.Read(template, parameters);
        _values = new StackValues(template, ParameterValues.Resolve(template, Parameters, stored), pseudo);
        var present = template.Resources.Where(resource => resource.Condition is null || _values.Holds(resource.Condition)).ToArray();
        _known = template.Resources.ToDictionary(resource => resource.LogicalId, _ => false, StringComparer.Ordinal);
        foreach (var resource in present)
        {
            _known[resource.LogicalId] = true;
        }

        _dependencies = present.ToImmutableDictionary(resource => resource.LogicalId, DependenciesIn, StringComparer.Ordinal);
        Resources = DependencyOrder.Of(present, _dependencies);
        PresentOutputs = [.. template.Outputs.Where(output => output.Condition is null || _values.Holds(output.Condition))];
        EnsurePresent(PresentOutputs.SelectMany(output => NamesIn(output.Value)), "Outputs");
    }

    public Template Template { get; }

    /// <summary>Given or default, as text.</summary>
    public ImmutableDictionary<string, string> Parameters { get; }

    /// <summary>Those whose conditions hold; each comes after all that it depends on, else in the order of the template.</summary>
    public ImmutableArray<TemplateResource> Resources { get; }

    /// <summary>Those whose conditions hold.</summary>
    public ImmutableArray<TemplateOutput> PresentOutputs { get; }

    public bool Holds(string condition) => _values.Holds(condition);

    /// <summary>Logical ids of what a resource names or waits for.</summary>
    public ImmutableSortedSet<string> DependenciesOf(TemplateResource resource) => _dependencies[resource.LogicalId];

    /// <summary>A resource's properties, resolved.</summary>
    public JsonObject PropertiesOf(TemplateResource resource, ResourceReference references)
    {
        if (resource.Properties.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }

        return new Evaluation(_values, references).Resolve(resource.Properties) as JsonObject
            ?? throw new TemplateException($"Template format error: [/Resources/{resource.LogicalId}/Properties] must be an object.");
    }

    public ImmutableArray<StackOutput> OutputsOf(ResourceReference references)
    {
        var evaluation = new Evaluation(_values, references);
        return [.. PresentOutputs.Select(output => new StackOutput(output.Name, evaluation.Text(output.Value), output.Description))];
    }

    private ImmutableSortedSet<string> DependenciesIn(TemplateResource resource)
    {
        var named = resource.Properties.ValueKind == JsonValueKind.Undefined ? [] : NamesIn(resource.Properties).ToArray();
        EnsurePresent(named, "Resources");

        // To wait for what is not there is to wait for nothing.
        return [.. named, .. resource.DependsOn.Where(IsPresent)];
    }

    private IEnumerable<string> NamesIn(JsonElement element) => Mentions.In(element, _values.Holds)
        .Where(mention => mention.Kind is MentionKind.Value or MentionKind.Attribute && _known.ContainsKey(mention.Name))
        .Select(mention => mention.Name);

    private void EnsurePresent(IEnumerable<string> names, string section)
    {
        if (names.Where(name => !IsPresent(name)).Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } absent)
        {
            throw new TemplateException(
                $"Template format error: Unresolved resource dependencies [{string.Join(", ", absent)}] in the {section} block of the template");
        }
    }

    private bool IsPresent(string logicalId) => _known.GetValueOrDefault(logicalId);
}
