using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>The operations that read.</summary>
internal sealed class ParameterReads(ParameterTree tree)
{
    private const int LargestPage = 10;

    public int ByPath(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var path = input.Text("Path") ?? throw ParameterErrors.Invalid("path", "null", "Member must not be null");
        if (!path.StartsWith('/'))
        {
            throw ParameterErrors.Validation(
                "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\". " +
                "It can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). It must use only letters, numbers, " +
                "or the following symbols: . (period), - (hyphen), _ (underscore).");
        }

        var pageSize = input.Number("MaxResults") ?? LargestPage;
        if (pageSize is < 1 or > LargestPage)
        {
            var bound = pageSize < 1 ? "greater than or equal to 1" : $"less than or equal to {LargestPage}";
            throw ParameterErrors.Invalid("maxResults", pageSize.ToString(), $"Member must have value {bound}");
        }

        // The token is the last name shown, so a page stays right when parameters come and go in between.
        var after = After(input.Text("NextToken"));
        var rest = tree.In(scope.Account, scope.Region).Below(path, input.Flag("Recursive"))
            .Where(p => string.CompareOrdinal(p.Name, after) > 0).Take(pageSize + 1).ToArray();
        var page = rest.AsSpan(0, Math.Min(pageSize, rest.Length));
        output.WriteStartArray("Parameters");
        foreach (var parameter in page)
        {
            Write(output, scope, parameter, input.Flag("WithDecryption"));
        }

        output.WriteEndArray();
        if (rest.Length > pageSize)
        {
            output.WriteString("NextToken", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(page[^1].Name)));
        }

        return page.Length;
    }

    public int One(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var name = input.Text("Name") ?? throw ParameterErrors.Invalid("name", "null", "Member must not be null");
        var parameter = Find(scope, name) ?? throw ParameterErrors.NotFound();
        output.WritePropertyName("Parameter");
        Write(output, scope, parameter, input.Flag("WithDecryption"));
        return 1;
    }

    public int Several(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var names = input.Texts("Names");
        if (names.Count is 0 or > LargestPage)
        {
            throw ParameterErrors.Invalid("names", $"[{string.Join(", ", names)}]", $"Member must have length between 1 and {LargestPage}");
        }

        var found = names.Distinct(StringComparer.Ordinal).ToLookup(name => Find(scope, name) is not null);
        output.WriteStartArray("Parameters");
        foreach (var name in found[true])
        {
            Write(output, scope, Find(scope, name)!, input.Flag("WithDecryption"));
        }

        output.WriteEndArray();
        output.WriteStartArray("InvalidParameters");
        foreach (var name in found[false])
        {
            output.WriteStringValue(name);
        }

        output.WriteEndArray();
        return found[true].Count();
    }

    private LocalParameter? Find(CallScope scope, string name) => tree.In(scope.Account, scope.Region).Find(name);

    private static string After(string? token)
    {
        if (token is null)
        {
            return "";
        }

        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? System.Text.Encoding.UTF8.GetString(bytes, 0, length)
            : throw ParameterErrors.InvalidToken();
    }

    private static void Write(Utf8JsonWriter output, CallScope scope, LocalParameter parameter, bool decrypt)
    {
        output.WriteStartObject();
        output.WriteString("ARN", Arn.Of("ssm", scope.Region, scope.Account, "parameter/" + parameter.Name.TrimStart('/')));
        output.WriteString("DataType", "text");
        output.WritePropertyName("LastModifiedDate");
        output.WriteRawValue((parameter.LastModified.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture));
        output.WriteString("Name", parameter.Name);
        output.WriteString("Type", parameter.Type.ToString());
        output.WriteString("Value", parameter.Type == ParameterType.SecureString && !decrypt ? parameter.Ciphertext : parameter.Value);
        output.WriteNumber("Version", parameter.Version);
        output.WriteEndObject();
    }
}
