using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>Resolves functions of a template to what they stand for.</summary>
/// <param name="values">What is known of the stack.</param>
/// <param name="resources">What its resources are called.</param>
internal sealed class Evaluation(StackValues values, ResourceReference resources)
{
    private const string JoinWording = "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings";
    private const string SplitWording = "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.";
    private const string SelectWording = "Fn::Select requires a list argument with two elements: an integer index and a list";
    private const string MapWording = "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value";

    /// <summary>Null where it is <see cref="PseudoParameters.NoValue"/>.</summary>
    public JsonNode? Resolve(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when TemplateFunction.Of(element) is { } function => Call(function),
        JsonValueKind.Object => Members(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Resolve).Where(item => item is not null)]),
        JsonValueKind.String => JsonValue.Create(element.GetString()),
        _ => JsonValue.Create(element),
    };

    /// <exception cref="TemplateException">It is a list, an object or nothing.</exception>
    public string Text(JsonElement element) => TextOf(Resolve(element))
        ?? throw new TemplateException($"Template error: a string is expected where {element.GetRawText()} stands");

    private JsonObject Members(JsonElement element)
    {
        var members = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            if (Resolve(member.Value) is { } value)
            {
                members[member.Name] = value;
            }
        }

        return members;
    }

    private JsonNode? Call(TemplateFunction function) => function.Name switch
    {
        TemplateFunction.Ref => Reference(function.Argument.GetString()!),
        "Fn::GetAtt" => Attribute(function),
        "Fn::Sub" => Substituted(function),
        "Fn::If" => Choice.Read(function) is var (condition, whenTrue, whenFalse) ? Resolve(values.Holds(condition) ? whenTrue : whenFalse) : null,
        "Fn::FindInMap" => Mapped(function.Arguments(3, 3, MapWording)),
        "Fn::Join" => Joined(function.Arguments(2, 2, JoinWording)),
        "Fn::Split" => Split(function.Arguments(2, 2, SplitWording)),
        "Fn::Select" => Selected(function.Arguments(2, 2, SelectWording)),
        "Fn::Base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(function.Argument))),
        var name => throw new TemplateException($"Template error: {name} cannot be used here"),
    };

    private JsonNode? Reference(string name) =>
        name == PseudoParameters.NoValue ? null : values[name] ?? resources(name, null);

    private JsonNode Attribute(TemplateFunction function)
    {
        var (resource, attribute) = Mentions.GetAtt(function);
        return resources(resource, Text(attribute));
    }

    private string Substituted(TemplateFunction function)
    {
        var (text, own) = Substitution.Read(function);
        return string.Concat(SubstitutionPart.Of(text).Select(part => part.IsName ? Value(part) : part.Text));

        string Value(SubstitutionPart part) => own.TryGetValue(part.Text, out var value)
            ? Text(value)
            : TextOf(part.Attribute is { } attribute ? resources(part.Name, attribute) : Reference(part.Name))
                ?? throw new TemplateException($"Template error: Fn::Sub expressions must not resolve to lists; {part.Text} does");
    }

    private JsonNode Mapped(JsonElement[] arguments)
    {
        var (map, top, second) = (Text(arguments[0]), Text(arguments[1]), Text(arguments[2]));
        return values.Mappings.TryGetValue(map, out var mapping) && mapping.TryGetProperty(top, out var row) && row.TryGetProperty(second, out var value)
            ? Resolve(value)!
            : throw new TemplateException($"Template error: Unable to get mapping for {map}::{top}::{second}");
    }

    private JsonValue Joined(JsonElement[] arguments) =>
        JsonValue.Create(string.Join(Text(arguments[0]), List(arguments[1], JoinWording).Select(item => TextOf(item)
            ?? throw new TemplateException($"Template error: {JoinWording}"))));

    private JsonArray Split(JsonElement[] arguments) =>
        new([.. Text(arguments[1]).Split(Text(arguments[0])).Select(part => (JsonNode)part)]);

    private JsonNode Selected(JsonElement[] arguments)
    {
        var list = List(arguments[1], SelectWording);
        return int.TryParse(Text(arguments[0]), out var index) && index >= 0 && index < list.Count
            ? list[index]!.DeepClone()
            : throw new TemplateException($"Template error: Fn::Select cannot select nonexistent value at index {Text(arguments[0])}");
    }

    private JsonArray List(JsonElement element, string wording) =>
        Resolve(element) as JsonArray ?? throw new TemplateException($"Template error: {wording}");

    private static string? TextOf(JsonNode? node) => node is JsonValue value
        ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()
        : null;
}
