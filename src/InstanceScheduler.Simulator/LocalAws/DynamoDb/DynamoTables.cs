using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The tables of all accounts and regions; account and region left out mean the hub's.</summary>
internal sealed class DynamoTables(LocalAwsOptions options)
{
    private readonly ConcurrentDictionary<(string Account, string Region, string Name), DynamoTable> _tables = new();

    public DynamoTable Table(string name, string? account = null, string? region = null) =>
        Find(account ?? options.HubAccount, region ?? options.HubRegion, name)
        ?? throw new KeyNotFoundException($"There is no table '{name}'; create it first, by the API or with Create.");

    /// <summary>A table whose keys are texts.</summary>
    public DynamoTable Create(string name, string hashKey, string? rangeKey = null, string? account = null, string? region = null)
    {
        var range = rangeKey is null ? null : new KeyAttribute(rangeKey, DynamoKind.S);
        var table = new DynamoTable(name, new KeySchema(new KeyAttribute(hashKey, DynamoKind.S), range));
        return TryAdd(account ?? options.HubAccount, region ?? options.HubRegion, table)
            ? table
            : throw new InvalidOperationException($"There is a table '{name}' already; use Table to get it.");
    }

    internal DynamoTable? Find(string account, string region, string name) => _tables.GetValueOrDefault((account, region, name));

    internal bool TryAdd(string account, string region, DynamoTable table) => _tables.TryAdd((account, region, table.Name), table);

    internal bool Remove(string account, string region, string name) => _tables.TryRemove((account, region, name), out _);

    internal IReadOnlyList<string> Names(string account, string region) =>
        [.. _tables.Keys.Where(k => k.Account == account && k.Region == region).Select(k => k.Name).Order(StringComparer.Ordinal)];
}
