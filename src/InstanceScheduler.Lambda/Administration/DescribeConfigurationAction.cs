using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>describe-configuration</c>: every item as it is stored, with its version, as many at a time as an answer holds.</summary>
internal sealed class DescribeConfigurationAction(ConfigAccess config) : IAdminAction
{
    public string Name => "describe-configuration";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ActionParameters.Next);
        var after = ConfigToken.Parse(request.Text(ActionParameters.Next));
        var table = await config.ReadAsync(request.Invocation);
        string? next = null;
        StoredItem? last = null;

        answer.WriteStartObject();
        answer.WriteStartArray("Items");
        foreach (var item in table.InOrder.SkipWhile(item => after?.HasPassed(item) == true))
        {
            // An item has 400 KB at the most, as JSON somewhat more.
            if (last is not null && AnswerSize.Of(answer) > AnswerSize.Most - AnswerSize.LargestItem)
            {
                next = ConfigToken.Of(last).ToString();
                break;
            }

            answer.WriteStartObject();
            answer.WritePropertyName("Item");
            AttributeJson.Write(answer, item.Attributes);
            answer.WriteString("Version", item.Version);
            answer.WriteEndObject();
            last = item;
        }

        answer.WriteEndArray();
        answer.WriteString("Next", next);
        answer.WriteEndObject();
    }
}
