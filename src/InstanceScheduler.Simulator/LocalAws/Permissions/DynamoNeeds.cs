using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>What DynamoDB asks: the table. A transaction has no action of its own but those of its parts.</summary>
internal static class DynamoNeeds
{
    public static IEnumerable<Need> Of(ServiceCall call, ReadOnlyMemory<byte> body, ShapeNames names) => call.Operation == "TransactWriteItems"
        ? Parts(body).Select(part => new Need(part.Action, names.Table(part.Table)))
        : call.Resources.Select(table => new Need($"dynamodb:{call.Operation}", names.Table(table)));

    private static List<(string Action, string Table)> Parts(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. from item in document.RootElement.Member("TransactItems")?.EnumerateArray() ?? default
                   from part in item.EnumerateObject()
                   select (part.Name == "ConditionCheck" ? "dynamodb:ConditionCheckItem" : $"dynamodb:{part.Name}Item", part.Value.Text("TableName") ?? "")];
    }
}
