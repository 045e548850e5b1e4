using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.JmesPath;

/// <summary>JMESPath's view of JSON values.</summary>
internal static class Json
{
    /// <summary>False are null, false, and everything empty; 0 is true.</summary>
    public static bool IsTruthy(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonObject map => map.Count > 0,
        _ => value.GetValueKind() switch
        {
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetValue<string>().Length > 0,
            _ => true,
        },
    };

    /// <summary>Deep equality; of objects without regard to the order, of numbers by value (1 is 1.0).</summary>
    public static bool AreEqual(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);

    public static bool IsNumber(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.Number;

    public static bool IsText(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String;

    public static double Number(JsonNode? value) => value!.GetValue<double>();

    public static string Text(JsonNode? value) => value!.GetValue<string>();

    /// <exception cref="JmesPathException">The number is beyond what JSON can say.</exception>
    public static JsonNode Of(double number) => double.IsFinite(number)
        ? JsonValue.Create(number)
        : throw new JmesPathException(JmesPathFault.InvalidValue, "the result is beyond the largest number");

    /// <summary>A list of values that may have a place elsewhere already: those are copied.</summary>
    public static JsonArray List(IEnumerable<JsonNode?> values)
    {
        var list = new JsonArray();
        foreach (var value in values)
            list.Add(Detached(value));
        return list;
    }

    /// <summary>The value, or a copy of it where it has a place in a document: a node has one parent only.</summary>
    public static JsonNode? Detached(JsonNode? value) => value?.Parent is null ? value : value.DeepClone();

    /// <summary>Order of texts by code points, as the specification has it.</summary>
    public static int Compare(string left, string right)
    {
        // UTF-16 has the surrogates before U+E000; code points have them after.
        var (first, second) = (left.EnumerateRunes(), right.EnumerateRunes());
        while (true)
        {
            var (more, others) = (first.MoveNext(), second.MoveNext());
            if (!more || !others)
                return more.CompareTo(others);
            if (first.Current != second.Current)
                return first.Current.CompareTo(second.Current);
        }
    }
}
