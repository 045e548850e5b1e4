using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

internal static class DynamoErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException NoTable() => new("ResourceNotFoundException", "Requested resource not found");

    public static AwsException NotDescribed(string table) =>
        new("ResourceNotFoundException", $"Requested resource not found: Table: {table} not found");

    public static AwsException TableExists(string table) => new("ResourceInUseException", $"Table already exists: {table}");

    public static AwsException Protected() =>
        Validation("Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");

    public static AwsException KeyMismatch() => Validation("The provided key element does not match the schema");

    public static AwsException TooLarge() => Validation("Item size has exceeded the maximum allowed size");

    /// <param name="item">Shown to who asked for it.</param>
    public static AwsException ConditionFailed(DynamoItem? item = null) =>
        new("ConditionalCheckFailedException", "The conditional request failed")
        {
            FurtherMembers = item is null ? "" : ",\"Item\":" + DynamoJson.ItemText(item),
        };

    public static AwsException Cancelled(IReadOnlyCollection<CancellationReason> reasons) => new(
        "TransactionCanceledException",
        $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", reasons.Select(r => r.Code))}]")
    {
        FurtherMembers = $",\"CancellationReasons\":[{string.Join(',', reasons.Select(r => r.Json))}]",
    };

    public static AwsException TokenMismatch() => new(
        "IdempotentParameterMismatchException", "Request parameters do not match those of the first request with this client request token");

    /// <summary>What AWS has and LocalAws has not: loud, so that nobody takes silence for an answer.</summary>
    public static AwsException NotSimulated(string what) => Validation($"LocalAws does not simulate {what}.");
}
