using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>What the parameters of a stack are.</summary>
internal static class ParameterValues
{
    /// <summary>The value of each parameter: given, or its default.</summary>
    public static ImmutableDictionary<string, string> Read(Template template, IReadOnlyDictionary<string, string> given)
    {
        if (given.Keys.Except(template.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
        {
            throw new TemplateException($"Parameters: [{string.Join(", ", unknown)}] do not exist in the template");
        }

        if (template.Parameters.Where(parameter => parameter.Default is null && !given.ContainsKey(parameter.Name)).ToArray() is { Length: > 0 } missing)
        {
            throw new TemplateException($"Parameters: [{string.Join(", ", missing.Select(parameter => parameter.Name))}] must have values");
        }

        var values = template.Parameters.ToImmutableDictionary(
            parameter => parameter.Name, parameter => given.GetValueOrDefault(parameter.Name) ?? parameter.Default!, StringComparer.Ordinal);
        foreach (var parameter in template.Parameters)
        {
            parameter.Check(values[parameter.Name]);
        }

        return values;
    }

    /// <summary>What <c>Ref</c> gives for each.</summary>
    public static ImmutableDictionary<string, JsonNode> Resolve(
        Template template, ImmutableDictionary<string, string> values, Func<string, string?>? stored) =>
        template.Parameters.ToImmutableDictionary(
            parameter => parameter.Name,
            parameter => parameter.Read(parameter.Stored is null
                ? values[parameter.Name]
                : stored?.Invoke(values[parameter.Name])
                    ?? throw new TemplateException(
                        $"Parameters [{values[parameter.Name]}] referenced by template not found in Parameter Store; put it there, or name another")),
            StringComparer.Ordinal);
}
