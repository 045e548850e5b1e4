namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>Why one action of a transaction was not done; one stands for each action, in their order.</summary>
/// <param name="Code"><c>None</c> for an action that would have been done.</param>
/// <param name="Message">Null where there is nothing to say.</param>
/// <param name="Item">The item as it is, for who asked for it.</param>
internal sealed record CancellationReason(string Code, string? Message = null, DynamoItem? Item = null)
{
    public static CancellationReason None { get; } = new("None");

    public static CancellationReason TooLarge { get; } = new("ValidationError", "Item size has exceeded the maximum allowed size");

    /// <summary>Somebody else is writing the item.</summary>
    public static CancellationReason Conflict { get; } = new("TransactionConflict", "Transaction is ongoing for the item");

    public static CancellationReason ConditionFailed(DynamoItem? item) =>
        new("ConditionalCheckFailed", "The conditional request failed", item);

    public string Json => "{\"Code\":\"" + Code + "\""
        + (Message is null ? "" : ",\"Message\":\"" + Message + "\"")
        + (Item is null ? "" : ",\"Item\":" + DynamoJson.ItemText(Item)) + "}";
}
