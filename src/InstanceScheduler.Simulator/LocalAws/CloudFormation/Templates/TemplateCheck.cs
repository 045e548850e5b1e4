using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>That all names of a template mean something, whatever its parameters will be.</summary>
internal sealed class TemplateCheck
{
    private readonly Template _template;
    private readonly HashSet<string> _parameters;
    private readonly HashSet<string> _resources;

    private TemplateCheck(Template template)
    {
        _template = template;
        _parameters = [.. template.Parameters.Select(parameter => parameter.Name), .. PseudoParameters.Names];
        _resources = [.. template.Resources.Select(resource => resource.LogicalId)];
    }

    /// <exception cref="TemplateException">A name means nothing, or the template uses what is not there.</exception>
    public static void Run(Template template) => new TemplateCheck(template).Run();

    private void Run()
    {
        if (_parameters.FirstOrDefault(_resources.Contains) is { } twice)
        {
            throw new TemplateException($"Template format error: the name {twice} stands for a parameter and for a resource.");
        }

        foreach (var (name, condition) in _template.Conditions)
        {
            CheckShape(condition, $"/Conditions/{name}", [.. TemplateFunction.Names, .. TemplateFunction.ConditionNames]);
            CheckCondition(condition);
        }

        foreach (var resource in _template.Resources)
        {
            CheckResource(resource);
        }

        foreach (var output in _template.Outputs)
        {
            CheckShape(output.Value, $"/Outputs/{output.Name}", TemplateFunction.Names);
            CheckNames(output.Value, "Outputs");
            EnsureCondition(output.Condition);
        }
    }

    private void CheckCondition(JsonElement condition)
    {
        foreach (var mention in ConditionSet.MentionsIn(condition))
        {
            if (mention.Kind == MentionKind.Attribute || (mention.Kind == MentionKind.Value && !_parameters.Contains(mention.Name)))
            {
                throw new TemplateException(
                    $"Template format error: Unresolved dependencies [{mention.Name}]. Cannot reference resources in the Conditions block of the template");
            }

            CheckName(mention, "Conditions");
        }
    }

    private void CheckResource(TemplateResource resource)
    {
        EnsureCondition(resource.Condition);
        if (resource.DependsOn.FirstOrDefault(on => !_resources.Contains(on)) is { } missing)
        {
            throw Unresolved(missing, "Resources");
        }

        if (resource.Properties.ValueKind != JsonValueKind.Undefined)
        {
            CheckShape(resource.Properties, $"/Resources/{resource.LogicalId}/Properties", TemplateFunction.Names);
            CheckNames(resource.Properties, "Resources");
        }
    }

    private void CheckNames(JsonElement element, string section)
    {
        foreach (var mention in Mentions.In(element))
        {
            CheckName(mention, section);
        }
    }

    private void CheckName(Mention mention, string section)
    {
        switch (mention.Kind)
        {
            case MentionKind.Value when !_parameters.Contains(mention.Name) && !_resources.Contains(mention.Name):
                throw Unresolved(mention.Name, section);
            case MentionKind.Attribute when !_resources.Contains(mention.Name):
                throw new TemplateException($"Template error: instance of Fn::GetAtt references undefined resource {mention.Name}");
            case MentionKind.Mapping when !_template.Mappings.ContainsKey(mention.Name):
                throw new TemplateException($"Template error: Mapping named '{mention.Name}' is not present in the 'Mappings' section of template.");
            case MentionKind.Condition:
                EnsureCondition(mention.Name);
                break;
        }
    }

    private void EnsureCondition(string? name)
    {
        if (name is not null && !_template.Conditions.ContainsKey(name))
        {
            throw new TemplateException($"Template format error: Unresolved condition dependency {name} in the Conditions block of the template");
        }
    }

    private static void CheckShape(JsonElement element, string path, IReadOnlyList<string> functions)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            throw new TemplateException($"Template format error: [{path}] 'null' values are not allowed in templates");
        }

        if (TemplateFunction.Of(element) is { } function && !functions.Contains(function.Name, StringComparer.Ordinal))
        {
            throw new TemplateException(
                $"Template format error: [{path}] Encountered unsupported function: {function.Name} Supported functions are: [{string.Join(", ", functions)}]");
        }

        foreach (var (name, child) in Children(element))
        {
            CheckShape(child, $"{path}/{name}", functions);
        }
    }

    private static IEnumerable<(string Name, JsonElement Child)> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => (member.Name, member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select((child, index) => ($"{index}", child)),
        _ => [],
    };

    private static TemplateException Unresolved(string name, string section) =>
        new($"Template format error: Unresolved resource dependencies [{name}] in the {section} block of the template");
}
