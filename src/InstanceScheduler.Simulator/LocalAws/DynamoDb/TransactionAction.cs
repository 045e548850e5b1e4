using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>One action of a transaction.</summary>
/// <param name="Table">Where.</param>
/// <param name="Key">Of the one item it is about.</param>
/// <param name="Condition">Null: none.</param>
/// <param name="Change">What becomes of the item; null removes it. Null for a mere check.</param>
/// <param name="ShowsOld">Whether a condition that fails shows the item.</param>
internal sealed record TransactionAction(
    DynamoTable Table, DynamoItem Key, Condition? Condition, Func<DynamoItem?, DynamoItem?>? Change, bool ShowsOld)
{
    public static TransactionAction Read(DynamoTables tables, CallScope scope, JsonElement item)
    {
        if (item.EnumerateObject().ToArray() is not [var only])
        {
            throw DynamoErrors.Validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }

        var request = new TableRequest(tables, scope, only.Value);
        var (key, change) = only.Name switch
        {
            "Put" when request.Item("Item") is var put => (request.Table.Schema.Of(put), _ => put),
            "Delete" => (request.Key, _ => null),
            "Update" => (request.Key, Updating(request, request.Key)),
            "ConditionCheck" => (request.Key, (Func<DynamoItem?, DynamoItem?>?)null),
            _ => throw DynamoErrors.Validation($"Unknown member {only.Name} of TransactItems"),
        };
        var condition = request.Condition("ConditionExpression");
        if (condition is null && change is null)
        {
            throw DynamoErrors.Validation("The ConditionExpression of a ConditionCheck must be given");
        }

        request.EnsurePlaceholdersUsed();
        return new TransactionAction(
            request.Table, key, condition, change, only.Value.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD");
    }

    /// <summary>Why the action can't be done now; <see cref="CancellationReason.None"/> if it can.</summary>
    public CancellationReason WhyNot()
    {
        var current = Table.Get(Key);
        if (Condition?.Holds(current ?? DynamoItem.Empty) == false)
        {
            return CancellationReason.ConditionFailed(ShowsOld ? current : null);
        }

        return Change?.Invoke(current) is { Size: > DynamoTable.LargestItem } ? CancellationReason.TooLarge : CancellationReason.None;
    }

    public void Act()
    {
        if (Change is not null)
        {
            Table.Write(Key, Change);
        }
    }

    private static Func<DynamoItem?, DynamoItem?> Updating(TableRequest request, DynamoItem key)
    {
        var update = request.KeyKeepingUpdate();
        return old => update.Apply(old ?? key);
    }
}
