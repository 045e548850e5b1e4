using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>update-period</c>, <c>update-schedule</c>: the whole item is replaced, or with <c>patch</c> what is named of it.</summary>
internal sealed class UpdateItemAction(string type, ConfigAccess config) : IAdminAction
{
    public string Name => $"update-{type}";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        var isPatch = request.IsTrue(ActionParameters.Patch);
        var version = request.Text(ActionParameters.IfVersion);
        var given = request.GivenBut(ActionParameters.Patch, ActionParameters.IfVersion);
        var table = await config.ReadAsync(request.Invocation);

        StoredItem next, read;
        if (isPatch)
        {
            var patch = ItemActions.Patch(type, given, table.Items);
            read = table.Find(type, patch.Item.Name)!;
            next = read.With(patch);
        }
        else
        {
            next = StoredItem.Of(ItemActions.Update(type, given, table.Items));
            read = table.Find(type, next.Item.Name)!;
        }

        ConfigAccess.CheckVersion(read, version);
        await config.PutAsync(read, next, request.Invocation);
        ItemAnswer.Write(answer, next);
    }
}
