using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>The configuration table, read and written through the function.</summary>
internal sealed class ConfigurationTable(StackFunction function)
{
    /// <summary>All items, with their versions.</summary>
    /// <param name="read">Called with how many items are there so far.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StoredItem>> ReadAsync(Action<int> read, CancellationToken cancellationToken)
    {
        var items = new List<StoredItem>();
        string? next = null;
        do
        {
            var answer = await function.CallAsync(ActionNames.DescribeConfiguration, next is null ? [] : new JsonObject { [ParameterNames.Next] = next }, cancellationToken);
            items.AddRange(answer["Items"]!.AsArray().Select(entry => Item(entry!.AsObject())));
            next = answer["Next"]?.GetValue<string>();
            read(items.Count);
        }
        while (next is not null);
        return items;
    }

    /// <summary>Writes an item if nobody changed it meanwhile.</summary>
    /// <param name="item">The whole item.</param>
    /// <param name="version">The version that it replaces; empty: there must be none yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CliException">The scheduler refused.</exception>
    public Task WriteAsync(FileItem item, string version, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { [ParameterNames.Item] = item.ToTyped(), [ParameterNames.Version] = version };
        if (item.Key.IsConfig)
            parameters[ParameterNames.AllowConfig] = true;
        return function.CallAsync(ActionNames.PutConfigurationItem, parameters, cancellationToken);
    }

    /// <summary>Deletes an item if nobody changed it meanwhile.</summary>
    /// <exception cref="CliException">The scheduler refused.</exception>
    public Task DeleteAsync(StoredItem item, CancellationToken cancellationToken) => function.CallAsync(ActionNames.DeleteConfigurationItem,
        new JsonObject { [ParameterNames.Type] = item.Key.Type, [ParameterNames.Name] = item.Key.Name, [ParameterNames.Version] = item.Version }, cancellationToken);

    private static StoredItem Item(JsonObject entry)
    {
        var typed = entry["Item"]!.AsObject();
        var attributes = typed.Where(field => field.Key is not (ConfigAttributes.Type or ConfigAttributes.Name)).ToDictionary(field => field.Key, field => field.Value!, StringComparer.Ordinal);
        return new StoredItem(new ItemKey(Text(typed, ConfigAttributes.Type), Text(typed, ConfigAttributes.Name)), attributes, entry["Version"]!.GetValue<string>());
    }

    private static string Text(JsonObject typed, string name) => typed[name]!["S"]!.GetValue<string>();
}
