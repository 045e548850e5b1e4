using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>What <c>#name</c> and <c>:value</c> stand for in all expressions of one request; each must be used.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DynamoValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public Placeholders(JsonElement input)
    {
        foreach (var name in input.Member("ExpressionAttributeNames")?.EnumerateObject() ?? default)
        {
            _names[name.Name] = name.Value.GetString() ?? "";
        }

        foreach (var value in input.Member("ExpressionAttributeValues")?.EnumerateObject() ?? default)
        {
            _values[value.Name] = DynamoJson.Read(value.Value);
        }
    }

    public string Name(TokenReader reader, string placeholder)
    {
        _used.Add(placeholder);
        return _names.TryGetValue(placeholder, out var name)
            ? name
            : throw reader.Invalid($"An expression attribute name used in the document path is not defined; attribute name: {placeholder}");
    }

    public DynamoValue Value(TokenReader reader, string placeholder)
    {
        _used.Add(placeholder);
        return _values.TryGetValue(placeholder, out var value)
            ? value
            : throw reader.Invalid($"An expression attribute value used in expression is not defined; attribute value: {placeholder}");
    }

    public void EnsureAllUsed()
    {
        EnsureUsed("ExpressionAttributeNames", _names.Keys);
        EnsureUsed("ExpressionAttributeValues", _values.Keys);
    }

    private void EnsureUsed(string member, IEnumerable<string> placeholders)
    {
        var unused = placeholders.Where(p => !_used.Contains(p)).ToArray();
        if (unused.Length > 0)
        {
            throw DynamoErrors.Validation($"Value provided in {member} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
        }
    }
}
