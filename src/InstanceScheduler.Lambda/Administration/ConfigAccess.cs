using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Handlers;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>The configuration table for actions: read whole and up to date, written only over what was read.</summary>
internal sealed class ConfigAccess(AwsClients clients)
{
    public async Task<StoredTable> ReadAsync(Invocation invocation) =>
        new(await new ConfigTableReader(clients.DynamoDb, invocation.Retry).ReadStoredAsync(invocation.Settings.ConfigTable, invocation.Acting));

    /// <exception cref="ActionRefusedException">Somebody changed it meanwhile.</exception>
    public async Task PutAsync(StoredItem? read, StoredItem next, Invocation invocation)
    {
        if (!await WriterFor(invocation).TryPutAsync(read, next, invocation.Acting))
            throw read is null ? new ActionRefusedException($"error: {Name(next.Item)} already exists") : Changed(next.Item);
    }

    /// <exception cref="ActionRefusedException">Somebody changed it meanwhile.</exception>
    public async Task DeleteAsync(StoredItem read, Invocation invocation)
    {
        if (!await WriterFor(invocation).TryDeleteAsync(read, invocation.Acting))
            throw Changed(read.Item);
    }

    /// <param name="stored">What is stored.</param>
    /// <param name="expected">The version that the caller has seen; null: it does not care.</param>
    /// <exception cref="ActionRefusedException">It is another one.</exception>
    public static void CheckVersion(StoredItem stored, string? expected)
    {
        if (!string.IsNullOrEmpty(expected) && !string.Equals(stored.Version, expected, StringComparison.OrdinalIgnoreCase))
            throw new ActionRefusedException($"error: {Name(stored.Item)} has version {stored.Version} and not {expected}; describe it and try again");
    }

    private ConfigTableWriter WriterFor(Invocation invocation) => new(clients.DynamoDb, invocation.Settings.ConfigTable, invocation.Retry);

    private static ActionRefusedException Changed(ConfigItem item) =>
        new($"error: {Name(item)} was changed by somebody else meanwhile; describe it and try again");

    private static string Name(ConfigItem item) => $"{item.Type} {item.Name}";
}
