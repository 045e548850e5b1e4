using System.Text.Json;

namespace InstanceScheduler.Templates.Tests.ServiceSpec;

/// <summary>A property of a resource, or of a structure in one.</summary>
/// <param name="Types">Any of them: <c>string</c>, <c>list&lt;ref:Target&gt;</c>, <c>map&lt;string&gt;</c>, <c>json</c>, …</param>
/// <param name="IsRequired">Whether it has to be there.</param>
/// <param name="Values">Empty: any.</param>
internal sealed record PropertySpec(IReadOnlyList<string> Types, bool IsRequired, IReadOnlyList<string> Values)
{
    public static IReadOnlyDictionary<string, PropertySpec> ReadAll(JsonElement properties) => properties.EnumerateObject().ToDictionary(
        property => property.Name,
        property => new PropertySpec(
            property.Value.GetProperty("type").GetString()!.Split('|'),
            property.Value.TryGetProperty("required", out _),
            property.Value.TryGetProperty("values", out var values) ? [.. values.EnumerateArray().Select(value => value.ToString())] : []),
        StringComparer.Ordinal);
}
