using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>The operations that write.</summary>
internal sealed class ParameterWrites(ParameterTree tree)
{
    private const int MostLevels = 15;
    private const int LargestStandard = 4096;
    private const int LargestAdvanced = 8192;

    public int Put(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var name = input.Text("Name") ?? throw ParameterErrors.Invalid("name", "null", "Member must not be null");
        var value = input.Text("Value") ?? throw ParameterErrors.Invalid("value", "null", "Member must not be null");
        EnsureName(name);
        EnsureFits(value, input.Text("Tier") ?? "Standard");
        var store = tree.In(scope.Account, scope.Region);
        var type = Type(input.Text("Type"));
        if (type is null && store.Find(name) is null)
        {
            throw ParameterErrors.Validation("A parameter type is required when you create a parameter.");
        }

        var stored = store.Put(name, value, type, input.Flag("Overwrite"), input.Text("KeyId"))
            ?? throw new AwsException(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        output.WriteString("Tier", input.Text("Tier") ?? "Standard");
        output.WriteNumber("Version", stored.Version);
        return 1;
    }

    public int Delete(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var name = input.Text("Name") ?? throw ParameterErrors.Invalid("name", "null", "Member must not be null");
        return tree.In(scope.Account, scope.Region).Delete(name) ? 1 : throw ParameterErrors.NotFound();
    }

    public int DeleteSeveral(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var store = tree.In(scope.Account, scope.Region);
        var outcome = input.Texts("Names").ToLookup(store.Delete);
        WriteNames(output, "DeletedParameters", outcome[true]);
        WriteNames(output, "InvalidParameters", outcome[false]);
        return outcome[true].Count();
    }

    private static void WriteNames(Utf8JsonWriter output, string member, IEnumerable<string> names)
    {
        output.WriteStartArray(member);
        foreach (var name in names)
        {
            output.WriteStringValue(name);
        }

        output.WriteEndArray();
    }

    private static ParameterType? Type(string? text) => text switch
    {
        null => null,
        _ when Enum.TryParse<ParameterType>(text, out var type) => type,
        _ => throw ParameterErrors.Invalid("type", text, "Member must satisfy enum value set: [SecureString, StringList, String]"),
    };

    internal static void EnsureName(string name)
    {
        if (name.Contains('/') && !name.StartsWith('/'))
        {
            throw ParameterErrors.Validation("Parameter name must be a fully qualified name.");
        }

        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_'))
        {
            throw ParameterErrors.Validation(
                "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). " +
                "If formed as a path, it can consist of sub-paths divided by slash symbol; " +
                "each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_");
        }

        if (name.Count(c => c == '/') > MostLevels)
        {
            throw new AwsException("HierarchyLevelLimitExceededException", $"A hierarchy can have a maximum of {MostLevels} levels.");
        }
    }

    internal static void EnsureFits(string value, string tier)
    {
        if (value.Length == 0)
        {
            throw ParameterErrors.Invalid("value", "", "Member must have length greater than or equal to 1");
        }

        var largest = tier == "Standard" ? LargestStandard : LargestAdvanced;
        if (value.Length > largest)
        {
            throw ParameterErrors.Validation(tier == "Standard"
                ? $"Standard tier parameters support a maximum parameter value of {LargestStandard} characters. " +
                    "To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier."
                : $"Advanced tier parameters support a maximum parameter value of {LargestAdvanced} characters.");
        }
    }
}
