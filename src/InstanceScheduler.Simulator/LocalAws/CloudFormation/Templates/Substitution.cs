using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>The argument of <c>Fn::Sub</c>, in either form.</summary>
internal static class Substitution
{
    private const string Wording = "One or more Fn::Sub intrinsic functions don't specify expected arguments. " +
        "Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string";

    public static (string Text, IReadOnlyDictionary<string, JsonElement> Values) Read(TemplateFunction function)
    {
        if (function.Argument.ValueKind == JsonValueKind.String)
        {
            return (function.Argument.GetString()!, new Dictionary<string, JsonElement>(StringComparer.Ordinal));
        }

        return function.Arguments(2, 2, Wording) is [{ ValueKind: JsonValueKind.String } text, { ValueKind: JsonValueKind.Object } map]
            ? (text.GetString()!, map.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal))
            : throw new TemplateException($"Template error: {Wording}");
    }
}
