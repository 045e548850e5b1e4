using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Handlers;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Reads the properties of a resource, or of one of its parts; a refusal names the property.</summary>
/// <param name="properties">The properties.</param>
/// <param name="place">Where they stand, to be put before a name: <c>Periods[2].</c>; empty for the resource itself.</param>
internal readonly struct PropertyReader(JsonElement properties, string place)
{
    /// <exception cref="ResourceRefusedException">The properties are no map, or one of them is not known.</exception>
    public static PropertyReader Open(JsonElement properties, string place, ImmutableArray<string> known)
    {
        if (properties.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return new PropertyReader(default, place);
        if (properties.ValueKind != JsonValueKind.Object)
            throw new ResourceRefusedException($"{place.TrimEnd('.')}: a map of properties is expected, such as {{\"{known[0]}\": …}}");
        foreach (var property in properties.EnumerateObject())
            if (!known.Contains(property.Name, StringComparer.Ordinal))
                throw new ResourceRefusedException(
                    $"{place}{property.Name}: there is no such property{Suggestion.For(property.Name, known)}; known are {string.Join(", ", known)}");
        return new PropertyReader(properties, place);
    }

    public JsonElement this[string name] => properties.Member(name);

    public string? Text(string name) => Read(name, ResourceValue.Text);

    public bool? Flag(string name) => Read(name, ResourceValue.Flag);

    public ImmutableArray<string> List(string name) => Read(name, ResourceValue.List);

    /// <exception cref="ResourceRefusedException">The property is there, and no number of seconds that CloudFormation would wait.</exception>
    public void EnsureSeconds(string name)
    {
        if (Text(name) is { } text && ResourceValue.Seconds(properties.Member(name)) is null)
            throw Refused(name, $"\"{text}\" cannot be read; expected a number of seconds from 1 to 3600");
    }

    /// <summary>Refuses a property for what it says.</summary>
    public ResourceRefusedException Refused(string name, string reason) => new($"{place}{name}: {reason}");

    private T Read<T>(string name, Func<JsonElement, T> read)
    {
        try
        {
            return read(properties.Member(name));
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException)
        {
            // The latter: half a character.
            throw Refused(name, unreadable.Message);
        }
    }
}
