using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Templates.Tests.ServiceSpec;

/// <summary>Holds rendered properties against what CloudFormation knows of their type.</summary>
internal sealed class PropertyCheck(ResourceSpec resource)
{
    private const string List = "list<";
    private const string Map = "map<";
    private const string Structure = "ref:";

    /// <summary>What is wrong, each with its place; nothing where all is well.</summary>
    public IEnumerable<string> Problems(JsonObject properties, string place) => Members(resource.Properties, properties, place);

    private IEnumerable<string> Members(IReadOnlyDictionary<string, PropertySpec> known, JsonObject given, string place) =>
    [
        .. given.Where(member => !known.ContainsKey(member.Key)).Select(member => $"{place}.{member.Key} is not known"),
        .. known.Where(property => property.Value.IsRequired && !given.ContainsKey(property.Key)).Select(property => $"{place}.{property.Key} is required"),
        .. given.Where(member => known.ContainsKey(member.Key)).SelectMany(member => Property(known[member.Key], member.Value!, $"{place}.{member.Key}")),
    ];

    private string[] Property(PropertySpec spec, JsonNode value, string place)
    {
        string[][] problems = [.. spec.Types.Select(type => Value(type, value, place).ToArray())];
        return problems.Any(one => one.Length == 0)
            ? spec.Values.Count == 0 || spec.Values.Contains(value.ToString(), StringComparer.Ordinal) ? [] : [$"{place} is '{value}', none of {string.Join(", ", spec.Values)}"]
            : problems.MinBy(one => one.Length)!;
    }

    private IEnumerable<string> Value(string type, JsonNode value, string place)
    {
        if (type.StartsWith(List, StringComparison.Ordinal))
            return value is JsonArray items ? items.SelectMany((item, index) => Value(type[List.Length..^1], item!, $"{place}[{index}]")) : [$"{place} is no list"];
        if (type.StartsWith(Map, StringComparison.Ordinal))
            return value is JsonObject entries ? entries.SelectMany(entry => Value(type[Map.Length..^1], entry.Value!, $"{place}.{entry.Key}")) : [$"{place} is no map"];
        if (type.StartsWith(Structure, StringComparison.Ordinal))
            return value is JsonObject members ? Members(resource.Structures[type[Structure.Length..]], members, place) : [$"{place} is no structure"];
        return IsScalar(type, value) ? [] : [$"{place} is {value.ToJsonString()}, which is no {type}"];
    }

    // CloudFormation takes numbers and flags as texts, and the other way round.
    private static bool IsScalar(string type, JsonNode value) => (type, value.GetValueKind()) switch
    {
        ("string" or "date-time", JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number or JsonValueKind.String) => long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ("number", JsonValueKind.Number or JsonValueKind.String) => double.TryParse(value.ToString(), CultureInfo.InvariantCulture, out _),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("boolean", JsonValueKind.String) => bool.TryParse(value.ToString(), out _),
        ("json", JsonValueKind.Object or JsonValueKind.String) => true,
        ("tag", JsonValueKind.Object) => value.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal).SequenceEqual(["Key", "Value"]),
        _ => false,
    };
}
