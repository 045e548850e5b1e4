using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Output;

/// <summary>Tables of any result: a list of objects is one with a column per field, a single object one of fields and values.</summary>
internal static class ResultTables
{
    private static readonly string[] First = ["Target", "Name", "Id", "Date", "Period"];
    private static readonly string[] Last = ["Description", "Version"];

    public static IReadOnlyList<ResultTable> Of(JsonNode? result) => result switch
    {
        JsonObject { Count: 1 } single when single.First() is { Value: JsonArray or JsonObject } field => OfNamed(null, field.Value),
        JsonObject map => OfFields(map),
        _ => OfNamed(null, result),
    };

    public static string Cell(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list when list.All(element => element is null or JsonValue) => string.Join(", ", list.Select(Cell)),
        JsonArray or JsonObject => JsonText.OnOneLine(value),
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => JsonText.OnOneLine(value),
    };

    private static List<ResultTable> OfFields(JsonObject map)
    {
        var lists = map.Where(field => field.Value is JsonArray list && list.Any(element => element is JsonObject)).ToList();
        var rest = map.ExceptBy(lists.Select(field => field.Key), field => field.Key, StringComparer.Ordinal).ToList();
        var tables = rest.Count > 0 || lists.Count == 0 ? new List<ResultTable> { Fields(null, rest) } : [];
        tables.AddRange(lists.SelectMany(field => OfNamed(field.Key, field.Value)));
        return tables;
    }

    private static List<ResultTable> OfNamed(string? title, JsonNode? value) => value switch
    {
        JsonObject map => [Fields(title, map)],
        JsonArray list when list.Count > 0 && list.All(element => element is JsonObject) => [Objects(title, [.. list.Cast<JsonObject>()])],
        JsonArray list => [new ResultTable(title, ["Value"], [.. list.Select(element => (string[])[Cell(element)])])],
        _ => [new ResultTable(title, ["Value"], [[Cell(value)]])],
    };

    private static ResultTable Fields(string? title, IEnumerable<KeyValuePair<string, JsonNode?>> fields) =>
        new(title, ["Field", "Value"], [.. fields.Select(field => (string[])[field.Key, Cell(field.Value)])]);

    private static ResultTable Objects(string? title, IReadOnlyList<JsonObject> objects)
    {
        var columns = objects.SelectMany(map => map.Select(field => field.Key)).Distinct(StringComparer.Ordinal).Order(ColumnOrder).ToList();
        return new ResultTable(title, columns, [.. objects.Select(map => columns.Select(column => Cell(map[column])).ToArray())]);
    }

    // What names a row comes first, what is long last; the rest keeps its order, since sorting is stable.
    private static readonly Comparer<string> ColumnOrder = Comparer<string>.Create((left, right) => Rank(left).CompareTo(Rank(right)));

    private static int Rank(string column) => Array.IndexOf(First, column) is >= 0 and var first ? first
        : Array.IndexOf(Last, column) is >= 0 and var last ? First.Length + 1 + last
        : First.Length;
}
