using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Lambda.Handlers;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>What somebody asks for.</summary>
/// <param name="Fields">The parameters in the order given, their names with underscores.</param>
/// <param name="Invocation">The invocation.</param>
internal sealed record ActionRequest(ImmutableArray<(string Name, JsonElement Value)> Fields, Invocation Invocation)
{
    // The older name of the command line's option.
    private const string Metrics = "metrics";
    private const string UseMetrics = "use_metrics";

    /// <exception cref="ActionRefusedException">The parameters are no JSON object.</exception>
    public static ActionRequest Read(Invocation invocation)
    {
        if (!invocation.Event.TryGetProperty("parameters", out var parameters) || parameters.ValueKind == JsonValueKind.Null)
            return new ActionRequest([], invocation);
        if (parameters.ValueKind != JsonValueKind.Object)
            throw new ActionRefusedException($"error: parameters: a JSON {parameters.ValueKind} is not an object");
        return new ActionRequest([.. parameters.EnumerateObject().Select(field => (NameOf(field.Name), field.Value))], invocation);
    }

    /// <summary>The parameters as they were given, but for those that are the action's own affair.</summary>
    public ImmutableArray<GivenParameter> GivenBut(params ReadOnlySpan<string> own)
    {
        var given = ImmutableArray.CreateBuilder<GivenParameter>();
        foreach (var (name, value) in Fields)
            if (!own.Contains(name))
                given.Add(new GivenParameter(name, ValueOf(value)));
        return given.ToImmutable();
    }

    /// <exception cref="ActionRefusedException">A parameter is none of these.</exception>
    public void CheckNames(params ReadOnlySpan<string> valid)
    {
        foreach (var (name, _) in Fields)
            if (!valid.Contains(name))
                throw new ActionRefusedException(
                    $"error: {name} is not a valid parameter, valid parameters are [{string.Join(", ", valid.ToArray().Select(known => $"'{known}'"))}]");
    }

    /// <summary>A parameter as it came; null where it was not given.</summary>
    public JsonElement? Json(string name)
    {
        var value = Fields.LastOrDefault(field => field.Name == name).Value;
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value;
    }

    /// <summary>A text; null where it was not given, empty where it was given empty.</summary>
    /// <exception cref="ActionRefusedException">It is something else.</exception>
    public string? Text(string name) => Json(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { } other => throw new ActionRefusedException($"error: {name}: {other.GetRawText()} is not a text"),
    };

    /// <summary>A flag; false where it was not given.</summary>
    /// <exception cref="ActionRefusedException">It is neither true nor false.</exception>
    public bool IsTrue(string name) => Json(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } flag => flag.GetBoolean(),
        { ValueKind: JsonValueKind.String } text when text.GetString() is "" => false,
        { ValueKind: JsonValueKind.String } text when bool.TryParse(text.GetString(), out var flag) => flag,
        { } other => throw new ActionRefusedException($"error: {other} for parameter {name} is not a valid boolean value"),
    };

    private static string NameOf(string written)
    {
        var name = written.Replace('-', '_');
        return name == Metrics ? UseMetrics : name;
    }

    private static GivenValue? ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => new GivenValue.Text(json.GetString()!),
        JsonValueKind.Number => new GivenValue.Number(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new GivenValue.Flag(json.GetBoolean()),
        JsonValueKind.Array => new GivenValue.Many([.. json.EnumerateArray().Select(entry => ValueOf(entry) ?? new GivenValue.Foreign("None"))]),
        _ => new GivenValue.Foreign(json.GetRawText()),
    };
}
