using System.Text.Json;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>delete-configuration-item</c>: deletes an item that has the version that the caller has seen.</summary>
internal sealed class DeleteConfigurationItemAction(ConfigAccess config) : IAdminAction
{
    public string Name => "delete-configuration-item";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ConfigAttributes.Type, ConfigAttributes.Name, ActionParameters.Version, ActionParameters.AllowConfig);
        var key = new ItemKey(
            request.Text(ConfigAttributes.Type) ?? "", request.Text(ConfigAttributes.Name) ?? "", request.IsTrue(ActionParameters.AllowConfig));
        if (request.Text(ActionParameters.Version) is not { Length: > 0 } version)
            throw ItemKey.Missing(ActionParameters.Version);
        var table = await config.ReadAsync(request.Invocation);
        var read = key.Find(table, version)!;

        ItemActions.CheckDeletion(read.Item, table.Items);
        await config.DeleteAsync(read, request.Invocation);
        ItemAnswer.WriteKey(answer, read.Item, version: null);
    }
}
