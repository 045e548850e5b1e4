using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>put-configuration-item</c>: stores an item as it is given, if a run can read it and the stored one has the version that the caller has seen.</summary>
internal sealed class PutConfigurationItemAction(ConfigAccess config) : IAdminAction
{
    public string Name => "put-configuration-item";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ActionParameters.Item, ActionParameters.Version, ActionParameters.AllowConfig);
        var next = Read(request.Json(ActionParameters.Item));
        var key = new ItemKey(next.Item.Type, next.Item.Name, request.IsTrue(ActionParameters.AllowConfig));
        var version = request.Text(ActionParameters.Version) ?? throw ItemKey.Missing(ActionParameters.Version);
        var table = await config.ReadAsync(request.Invocation);
        var read = key.Find(table, version);

        ItemActions.CheckNew(next.Item, table.Items);
        await config.PutAsync(read, next, request.Invocation);
        ItemAnswer.WriteKey(answer, next.Item, next.Version);
    }

    private static StoredItem Read(JsonElement? json)
    {
        try
        {
            return StoredItem.TryRead(AttributeJson.Read(json ?? throw ItemKey.Missing(ActionParameters.Item)))
                ?? throw new ActionRefusedException($"error: {ActionParameters.Item}: it has no {ConfigAttributes.Type} and {ConfigAttributes.Name} that are texts");
        }
        catch (FormatException malformed)
        {
            throw new ActionRefusedException($"error: {ActionParameters.Item}: {malformed.Message}");
        }
    }
}
