using System.Text.Json;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>delete-period</c>, <c>delete-schedule</c>.</summary>
internal sealed class DeleteItemAction(string type, ConfigAccess config) : IAdminAction
{
    public string Name => $"delete-{type}";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ConfigAttributes.Name, ActionParameters.IfVersion);
        var version = request.Text(ActionParameters.IfVersion);
        var name = request.Text(ConfigAttributes.Name);
        var table = await config.ReadAsync(request.Invocation);
        var read = table.Find(type, ItemActions.Delete(type, name, table.Items).Name)!;
        ConfigAccess.CheckVersion(read, version);
        await config.DeleteAsync(read, request.Invocation);
        answer.WriteStartObject();
        answer.WriteString(PascalJson.Key(type), read.Item.Name);
        answer.WriteEndObject();
    }
}
