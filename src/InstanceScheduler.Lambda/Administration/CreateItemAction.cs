using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>create-period</c>, <c>create-schedule</c>.</summary>
internal sealed class CreateItemAction(string type, ConfigAccess config) : IAdminAction
{
    public string Name => $"create-{type}";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        var table = await config.ReadAsync(request.Invocation);
        var next = StoredItem.Of(ItemActions.Create(type, request.GivenBut(), table.Items));
        await config.PutAsync(read: null, next, request.Invocation);
        ItemAnswer.Write(answer, next);
    }
}
