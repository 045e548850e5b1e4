using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>DynamoDB without indexes, streams and transactions that read.</summary>
internal sealed class DynamoService : IAwsService
{
    private readonly JsonProtocol _protocol;

    public DynamoService(DynamoTables tables, TimeProvider time)
    {
        var tableCalls = new TableCalls(tables, time);
        var itemCalls = new ItemCalls(tables);
        var transactions = new TransactionCalls(tables, new TransactionTokens(time));
        var listings = new ItemListings(tables);
        _protocol = new JsonProtocol(
            "DynamoDB_20120810",
            "application/x-amz-json-1.0",
            "com.amazonaws.dynamodb.v20120810#",
            new Dictionary<string, JsonOperation>(StringComparer.Ordinal)
            {
                ["CreateTable"] = tableCalls.Create,
                ["DescribeTable"] = tableCalls.Describe,
                ["DeleteTable"] = tableCalls.Delete,
                ["ListTables"] = tableCalls.List,
                ["PutItem"] = itemCalls.Put,
                ["GetItem"] = itemCalls.Get,
                ["DeleteItem"] = itemCalls.Delete,
                ["UpdateItem"] = itemCalls.Update,
                ["BatchWriteItem"] = itemCalls.BatchWrite,
                ["TransactWriteItems"] = transactions.Write,
                ["Query"] = listings.Query,
                ["Scan"] = listings.Scan,
            },
            input => input.Text("TableName") is { } table
                ? [table]
                : [.. input.Member("RequestItems")?.EnumerateObject().Select(r => r.Name) ?? TransactionCalls.Tables(input).Distinct(StringComparer.Ordinal)]);
    }

    public string SigningName => "dynamodb";

    public ServiceCall Read(WireRequest request, CallScope scope) => _protocol.Read(request, scope);

    public WireResponse Refuse(AwsException error, string requestId) => _protocol.Refuse(error, requestId);
}
