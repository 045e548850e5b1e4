using System.Text.Json;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>cancel-override</c>: the schedules decide again from the next run on.</summary>
internal sealed class CancelOverrideAction(ConfigAccess config) : IAdminAction
{
    public string Name => $"cancel-{ConfigTypes.Override}";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ConfigAttributes.Name);
        var table = await config.ReadAsync(request.Invocation);
        var item = OverrideActions.Cancel(request.Text(ConfigAttributes.Name), table.Items);
        await config.DeleteAsync(table.Find(ConfigTypes.Override, item.Name)!, request.Invocation);
        answer.WriteStartObject();
        answer.WriteString(PascalJson.Key(ConfigTypes.Override), item.Name);
        answer.WriteEndObject();
    }
}
