using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Commands;

/// <summary>A usage report for tables: a row per interval and one per day.</summary>
internal static class UsageShape
{
    public static JsonNode Of(JsonNode answer)
    {
        if (answer["Usage"] is not JsonObject days)
            return answer;
        var rows = new JsonArray();
        foreach (var (date, day) in days)
        {
            if (day?["RunningPeriods"] is JsonObject periods)
            {
                foreach (var (period, interval) in periods)
                    rows.Add((JsonNode)Row(date, period, interval));
            }

            rows.Add((JsonNode)Row(date, "all", day));
        }

        return new JsonObject { ["Usage"] = rows };
    }

    private static JsonObject Row(string date, string period, JsonNode? from) => new()
    {
        ["Date"] = date,
        ["Period"] = period,
        ["Begin"] = from?["Begin"]?.DeepClone(),
        ["End"] = from?["End"]?.DeepClone(),
        ["BillingHours"] = from?["BillingHours"]?.DeepClone(),
        ["BillingSeconds"] = from?["BillingSeconds"]?.DeepClone(),
    };
}
