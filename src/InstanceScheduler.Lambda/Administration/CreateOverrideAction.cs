using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>create-override</c>: keeps instances running or stopped for a while.</summary>
internal sealed class CreateOverrideAction(ConfigAccess config, TimeProvider time) : IAdminAction
{
    public string Name => $"create-{ConfigTypes.Override}";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        var table = await config.ReadAsync(request.Invocation);
        var (item, end) = OverrideActions.Create(request.GivenBut(), table.Items, Instant.FromDateTimeOffset(time.GetUtcNow()));
        var next = StoredItem.Of(item);
        // A number, as DynamoDB wants it to delete the item by itself.
        next.Attributes[ConfigAttributes.Expires] = new AttributeValue { N = end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };
        await config.PutAsync(read: null, next, request.Invocation);
        ItemAnswer.Write(answer, next);
    }
}
