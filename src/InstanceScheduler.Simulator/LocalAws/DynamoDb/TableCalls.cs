using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The operations on tables, which are there at once.</summary>
internal sealed class TableCalls(DynamoTables tables, TimeProvider time)
{
    private const int LargestPage = 100;

    public int Create(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var table = new DynamoTable(Name(input), Schema(input));
        if (!tables.TryAdd(scope.Account, scope.Region, table))
        {
            throw DynamoErrors.TableExists(table.Name);
        }

        Write(output, "TableDescription", scope, table);
        return 1;
    }

    public int Describe(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        Write(output, "Table", scope, Find(scope, Name(input)));
        return 1;
    }

    public int Delete(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var table = Find(scope, Name(input));
        if (table.IsProtected)
        {
            throw DynamoErrors.Protected();
        }

        tables.Remove(scope.Account, scope.Region, table.Name);
        Write(output, "TableDescription", scope, table);
        return 1;
    }

    public int List(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var limit = input.Number("Limit") ?? LargestPage;
        var after = input.Text("ExclusiveStartTableName") ?? "";
        var names = tables.Names(scope.Account, scope.Region).Where(n => string.CompareOrdinal(n, after) > 0).Take(limit + 1).ToArray();
        output.WriteStartArray("TableNames");
        foreach (var name in names.Take(limit))
        {
            output.WriteStringValue(name);
        }

        output.WriteEndArray();
        if (names.Length > limit)
        {
            output.WriteString("LastEvaluatedTableName", names[limit - 1]);
        }

        return Math.Min(names.Length, limit);
    }

    private DynamoTable Find(CallScope scope, string name) =>
        tables.Find(scope.Account, scope.Region, name) ?? throw DynamoErrors.NotDescribed(name);

    private static string Name(JsonElement input) =>
        input.Text("TableName")
            ?? throw DynamoErrors.Validation("The parameter 'TableName' is required but was not present in the request");

    internal static KeySchema Schema(JsonElement input)
    {
        if (input.Member("GlobalSecondaryIndexes") is not null || input.Member("LocalSecondaryIndexes") is not null)
        {
            throw DynamoErrors.NotSimulated("indexes");
        }

        var kinds = (input.Member("AttributeDefinitions")?.EnumerateArray() ?? default)
            .ToDictionary(d => d.Text("AttributeName")!, d => Enum.Parse<DynamoKind>(d.Text("AttributeType")!), StringComparer.Ordinal);
        var keys = (input.Member("KeySchema")?.EnumerateArray() ?? default).ToLookup(
            k => k.Text("KeyType"), k => k.Text("AttributeName")!, StringComparer.Ordinal);
        if (keys["HASH"].FirstOrDefault() is not { } hash || keys["HASH"].Concat(keys["RANGE"]).Any(name => !kinds.ContainsKey(name)))
        {
            throw DynamoErrors.Validation(
                "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions");
        }

        var range = keys["RANGE"].FirstOrDefault();
        return new KeySchema(new KeyAttribute(hash, kinds[hash]), range is null ? null : new KeyAttribute(range, kinds[range]));
    }

    private void Write(Utf8JsonWriter output, string member, CallScope scope, DynamoTable table)
    {
        var items = table.Items;
        output.WriteStartObject(member);
        output.WriteString("TableName", table.Name);
        output.WriteString("TableArn", Arn.Of("dynamodb", scope.Region, scope.Account, "table/" + table.Name));
        output.WriteString("TableStatus", "ACTIVE");
        output.WriteNumber("ItemCount", items.Count);
        output.WriteNumber("TableSizeBytes", items.Sum(i => (long)i.Size));
        output.WritePropertyName("CreationDateTime");
        output.WriteRawValue(time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        output.WriteStartArray("KeySchema");
        WriteKey(output, table.Schema.Hash, "KeyType", "HASH");
        WriteKey(output, table.Schema.Range, "KeyType", "RANGE");
        output.WriteEndArray();
        output.WriteStartArray("AttributeDefinitions");
        WriteKey(output, table.Schema.Hash, "AttributeType", table.Schema.Hash.Kind.ToString());
        WriteKey(output, table.Schema.Range, "AttributeType", table.Schema.Range?.Kind.ToString() ?? "");
        output.WriteEndArray();
        output.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter output, KeyAttribute? key, string member, string value)
    {
        if (key is not null)
        {
            output.WriteStartObject();
            output.WriteString("AttributeName", key.Name);
            output.WriteString(member, value);
            output.WriteEndObject();
        }
    }
}
