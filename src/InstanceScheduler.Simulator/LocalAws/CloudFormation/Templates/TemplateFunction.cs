using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>A function call in a template: an object whose one member is named after it.</summary>
/// <param name="Name"><c>Ref</c>, <c>Fn::Sub</c>, …</param>
/// <param name="Argument">What it is given.</param>
internal readonly record struct TemplateFunction(string Name, JsonElement Argument)
{
    public const string Ref = "Ref";

    /// <summary>What may stand in properties and outputs.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Ref, "Fn::Base64", "Fn::FindInMap", "Fn::GetAtt", "Fn::If", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::Sub",
    ];

    /// <summary>What may stand among conditions besides those.</summary>
    public static IReadOnlyList<string> ConditionNames { get; } = ["Condition", "Fn::And", "Fn::Equals", "Fn::Not", "Fn::Or"];

    /// <summary>Null where the element is no call.</summary>
    /// <exception cref="TemplateException">It is a call with something beside it.</exception>
    public static TemplateFunction? Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (IsName(member.Name))
            {
                return element.GetPropertyCount() == 1
                    ? new TemplateFunction(member.Name, member.Value)
                    : throw new TemplateException($"Template format error: {member.Name} must be the only member of its object.");
            }
        }

        return null;
    }

    /// <summary>The elements of an argument that has to be a list of some length.</summary>
    public JsonElement[] Arguments(int fewest, int most, string wording) =>
        Argument.ValueKind == JsonValueKind.Array && Argument.GetArrayLength() >= fewest && Argument.GetArrayLength() <= most
            ? [.. Argument.EnumerateArray()]
            : throw new TemplateException($"Template error: {wording}");

    private static bool IsName(string name) => name == Ref || name.StartsWith("Fn::", StringComparison.Ordinal);
}
