using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>Functions that ask for a type or change it.</summary>
internal static class TypeFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("type", [ArgumentTypes.Any], arguments => JsonValue.Create(Name(arguments[0].Value))),
        new("to_array", [ArgumentTypes.Any], arguments => arguments[0].Value is JsonArray list ? list : Json.List([arguments[0].Value])),
        new("to_string", [ArgumentTypes.Any], arguments => Json.IsText(arguments[0].Value) ? arguments[0].Value : JsonValue.Create(JsonText.OnOneLine(arguments[0].Value))),
        new("to_number", [ArgumentTypes.Any], arguments => ToNumber(arguments[0].Value)),
    ];

    private static string Name(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray => "array",
        JsonObject => "object",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.Number => "number",
            JsonValueKind.String => "string",
            _ => "boolean",
        },
    };

    private static JsonNode? ToNumber(JsonNode? value) => Json.IsNumber(value) ? value
        : Json.IsText(value) && double.TryParse(Json.Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Json.Of(number)
        : null;
}
