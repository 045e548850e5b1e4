using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using InstanceScheduler.Aws;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>A state table whose answer is there already: what is measured is what becomes of it.</summary>
internal sealed class PreparedTable : AmazonDynamoDBClient
{
    private const int IdsPerItem = 1161;

    private readonly QueryResponse _answer;

    /// <param name="target">Whose states they are.</param>
    /// <param name="ids">Instances that run.</param>
    public PreparedTable(Target target, IEnumerable<string> ids)
        : base(new AnonymousAWSCredentials(), new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.CNNorth1 }) =>
        _answer = new QueryResponse { Items = [.. ids.Chunk(IdsPerItem).Select((chunk, number) => Item(target, number, chunk))] };

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => Task.FromResult(_answer);

    private static Dictionary<string, AttributeValue> Item(Target target, int number, string[] ids)
    {
        var item = ids.ToDictionary(id => id, _ => new AttributeValue("running"), StringComparer.Ordinal);
        item["service"] = new AttributeValue(target.Service);
        item["account-region"] = new AttributeValue(number == 0 ? target.StateKey : $"{target.StateKey}#{number}");
        item["timestamp"] = new AttributeValue { N = "1764032400" };
        return item;
    }
}
