using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>TransactWriteItems: all of it or nothing, and once per token.</summary>
internal sealed class TransactionCalls(DynamoTables tables, TransactionTokens tokens)
{
    public const int LargestTransaction = 100;

    private const int LargestSize = 4 * 1024 * 1024;

    public int Write(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        var actions = Actions(scope, input);
        var token = input.Text("ClientRequestToken");
        var text = input.Member("TransactItems")?.GetRawText() ?? "";
        tokens.Once(scope, token, text, () => Exclusively([.. actions.Select(a => a.Table).Distinct()], () => Carry(actions)));
        return actions.Length;
    }

    /// <summary>The tables that a request names.</summary>
    public static IEnumerable<string> Tables(JsonElement input) =>
        from item in input.Member("TransactItems")?.EnumerateArray() ?? default
        from action in item.EnumerateObject()
        where action.Value.Text("TableName") is not null
        select action.Value.Text("TableName")!;

    private TransactionAction[] Actions(CallScope scope, JsonElement input)
    {
        var items = (input.Member("TransactItems")?.EnumerateArray() ?? default).ToArray();
        if (items.Length is 0 or > LargestTransaction)
        {
            var bound = items.Length == 0 ? "greater than or equal to 1" : $"less than or equal to {LargestTransaction}";
            throw DynamoErrors.Validation(
                $"1 validation error detected: Value '{items.Length} items' at 'transactItems' failed to satisfy constraint: " +
                $"Member must have length {bound}");
        }

        if (Encoding.UTF8.GetByteCount(input.GetRawText()) > LargestSize)
        {
            throw DynamoErrors.Validation("Collection size of items in the transaction exceeds the limit of 4 MB");
        }

        var actions = items.Select(item => TransactionAction.Read(tables, scope, item)).ToArray();
        return actions.DistinctBy(a => (a.Table, a.Key)).Count() == actions.Length
            ? actions
            : throw DynamoErrors.Validation("Transaction request cannot include multiple operations on one item");
    }

    private static void Carry(TransactionAction[] actions)
    {
        var reasons = actions.Select(a => a.WhyNot()).ToArray();
        if (reasons.Any(r => r != CancellationReason.None))
        {
            throw DynamoErrors.Cancelled(reasons);
        }

        foreach (var action in actions)
        {
            action.Act();
        }
    }

    // Always in the same order, so that two transactions never wait for each other.
    private static void Exclusively(DynamoTable[] involved, Action act) => involved
        .OrderBy(table => table.Name, StringComparer.Ordinal).Reverse()
        .Aggregate(act, (inner, table) => () => table.Exclusively(inner))();
}
