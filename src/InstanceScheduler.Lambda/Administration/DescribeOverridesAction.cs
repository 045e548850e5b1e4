using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>describe-overrides</c>: those that hold or will, with what is left of them; with <c>all</c> also those that have ended.</summary>
internal sealed class DescribeOverridesAction(ConfigAccess config, TimeProvider time) : IAdminAction
{
    public string Name => $"describe-{ConfigTypes.Override}s";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ActionParameters.All);
        var withEnded = request.IsTrue(ActionParameters.All);
        var table = await config.ReadAsync(request.Invocation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        answer.WriteStartObject();
        answer.WriteStartArray("Overrides");
        foreach (var item in table.OfType(ConfigTypes.Override))
        {
            var progress = OverrideProgress.Of(item.Item, now);
            if (progress.Status == OverrideProgress.Ended && !withEnded)
                continue;
            PascalJson.Write(answer, With(progress, item.Attributes));
            AnswerSize.Check(answer, "cancel some, or use describe-configuration");
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
    }

    private static Dictionary<string, AttributeValue> With(OverrideProgress progress, Dictionary<string, AttributeValue> attributes)
    {
        var shown = new Dictionary<string, AttributeValue>(attributes, StringComparer.Ordinal) { ["status"] = new(progress.Status) };
        if (progress.Left is { } left)
            shown[progress.Status == OverrideProgress.Waits ? "begins_in" : "time_left"] = new AttributeValue(left);
        if (progress.Problem is { } problem)
            shown["problem"] = new AttributeValue(problem);
        return shown;
    }
}
