using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>describe-periods</c>, <c>describe-schedules</c>: all of them, or the one that is named.</summary>
internal sealed class DescribeItemsAction(string type, ConfigAccess config) : IAdminAction
{
    public string Name => $"describe-{type}s";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ConfigAttributes.Name, ActionParameters.Versions);
        var withVersions = request.IsTrue(ActionParameters.Versions);
        var name = request.Text(ConfigAttributes.Name);
        if (name is "")
            throw new ActionRefusedException($"error: {type} name parameter can not be empty");

        var table = await config.ReadAsync(request.Invocation);
        IEnumerable<StoredItem> items = name is null ? table.OfType(type) : [table.Find(type, ItemActions.Existing(type, name, table.Items).Name)!];
        answer.WriteStartObject();
        answer.WriteStartArray(PascalJson.Key($"{type}s"));
        foreach (var item in items)
        {
            PascalJson.Write(answer, item.Attributes, withVersions ? item.Version : null);
            AnswerSize.Check(answer, "name one, or use describe-configuration");
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
    }
}
