using System.Text.Json;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Vectors.Tests.Harness;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>An action on the configuration table: the item it writes or deletes, or the text of its error, each as one text.</summary>
internal sealed record ActionCase(string Id, string Operation, JsonElement Parameters, IReadOnlyList<ConfigItem> Table, bool IsRuntimeMessage, string Theirs)
    : IVectorCase<string>
{
    /// <summary>Stands for every error where v1.3 lets a message of its runtime through.</summary>
    public const string AnyError = "some error";

    public static ActionCase Read(JsonElement json, IReadOnlyList<ConfigItem> table)
    {
        var expected = json.GetProperty("expected");
        var isRuntimeMessage = expected.TryGetProperty("runtime_message", out var flag) && flag.GetBoolean();
        return new ActionCase(
            json.GetProperty("id").GetString()!,
            json.GetProperty("operation").GetString()!,
            json.GetProperty("parameters").Clone(),
            table,
            isRuntimeMessage,
            isRuntimeMessage ? AnyError
            : expected.TryGetProperty("error", out var error) ? error.GetString()!
            : expected.TryGetProperty("deleted", out var deleted) ? Deleted(deleted.GetProperty("type").GetString()!, deleted.GetProperty("name").GetString()!)
            : Written(TableItem.Read(Text(expected, "type"), Text(expected, "name"), expected.GetProperty("item"))));
    }

    public string Type => Operation[(Operation.IndexOf('_', StringComparison.Ordinal) + 1)..];

    public string Ours()
    {
        try
        {
            return Operation.Split('_')[0] switch
            {
                "create" => Written(ItemActions.Create(Type, [.. Given()], Table)),
                "update" => Written(ItemActions.Update(Type, [.. Given()], Table)),
                _ => Deleted(Type, ItemActions.Delete(Type, Parameters.GetProperty("name").GetString(), Table).Name),
            };
        }
        catch (ActionRefusedException refused)
        {
            return IsRuntimeMessage ? AnyError : refused.Message;
        }
    }

    public override string ToString() => $"{Operation} {Parameters.GetRawText()}";

    /// <summary>An item as one text, whatever the order of its attributes and of their entries.</summary>
    public static string Written(ConfigItem item) => $"{item}: {string.Join("; ", item.Attributes
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => $"{attribute.Key}={Shown(attribute.Value)}"))}";

    public static string Deleted(string type, string name) => $"{type} \"{name}\" is gone";

    private static string Shown(ConfigValue value) => value switch
    {
        ConfigValue.Text text => $"'{text.Value}'",
        ConfigValue.Flag flag => flag.Value ? "true" : "false",
        ConfigValue.Many many => $"[{string.Join(", ", many.Values.Order(StringComparer.Ordinal))}]",
        _ => "?",
    };

    private static string Text(JsonElement expected, string name) => expected.GetProperty("item").GetProperty(name).GetString()!;

    private IEnumerable<GivenParameter> Given() =>
        Parameters.EnumerateObject().Select(parameter => new GivenParameter(parameter.Name, ValueOf(parameter.Value)));

    private static GivenValue? ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => new GivenValue.Text(json.GetString()!),
        JsonValueKind.Number => new GivenValue.Number(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new GivenValue.Flag(json.GetBoolean()),
        JsonValueKind.Array => new GivenValue.Many([.. json.EnumerateArray().Select(entry => ValueOf(entry) ?? new GivenValue.Foreign("None"))]),
        _ => new GivenValue.Foreign(json.GetRawText()),
    };
}
