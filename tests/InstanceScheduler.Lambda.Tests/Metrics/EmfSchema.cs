using System.Text.Json;

namespace InstanceScheduler.Lambda.Tests.Metrics;

/// <summary>The rules of the embedded metric format, and those of CloudWatch for what comes out of it.</summary>
internal static class EmfSchema
{
    private const int MostBytes = 256 * 1024;
    private const int MostDimensions = 30;
    private const int MostMetrics = 100;

    private static readonly string[] DirectiveMembers = ["Namespace", "Dimensions", "Metrics"];
    private static readonly string[] MetricMembers = ["Name", "Unit", "StorageResolution"];
    private static readonly string[] Units = ["Count", "Seconds", "Bytes", "Percent", "None"];

    /// <summary>What is wrong with a line; nothing when it is a valid document.</summary>
    public static IEnumerable<string> FaultsOf(string line)
    {
        if (line.Contains('\n', StringComparison.Ordinal) || System.Text.Encoding.UTF8.GetByteCount(line) > MostBytes)
            yield return "not one line of a log event";
        var root = JsonDocument.Parse(line).RootElement;
        if (root.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).Any(members => members.Count() > 1))
            yield return "a member twice";
        var metadata = root.GetProperty("_aws");
        if (!metadata.GetProperty("Timestamp").TryGetInt64(out var timestamp) || timestamp < 0)
            yield return "Timestamp is no whole number of milliseconds";
        foreach (var fault in metadata.GetProperty("CloudWatchMetrics").EnumerateArray().SelectMany(directive => FaultsOf(directive, root)))
            yield return fault;
    }

    private static IEnumerable<string> FaultsOf(JsonElement directive, JsonElement root)
    {
        if (!IsExactly(directive, DirectiveMembers, all: true))
            yield return "a directive has Namespace, Dimensions and Metrics, and nothing else";
        if (directive.GetProperty("Namespace").GetString() is not { Length: >= 1 and <= 255 } name || name.StartsWith(':'))
            yield return "Namespace";
        foreach (var set in directive.GetProperty("Dimensions").EnumerateArray())
        {
            if (set.GetArrayLength() is 0 or > MostDimensions)
                yield return "number of dimensions";
            foreach (var dimension in set.EnumerateArray().Select(dimension => dimension.GetString()!))
                if (!root.TryGetProperty(dimension, out var value) || value.ValueKind != JsonValueKind.String || !IsDimensionValue(value.GetString()!))
                    yield return $"dimension {dimension}";
        }

        if (directive.GetProperty("Metrics").GetArrayLength() is 0 or > MostMetrics)
            yield return "number of metrics";
        foreach (var metric in directive.GetProperty("Metrics").EnumerateArray())
        {
            if (!IsExactly(metric, MetricMembers, all: false) || !Units.Contains(metric.GetProperty("Unit").GetString(), StringComparer.Ordinal))
                yield return "a metric has Name, Unit and StorageResolution only";
            if (!root.TryGetProperty(metric.GetProperty("Name").GetString()!, out var value) || value.ValueKind != JsonValueKind.Number)
                yield return $"metric {metric}";
        }
    }

    private static bool IsDimensionValue(string value) =>
        value.Length is >= 1 and <= 1024 && value.All(letter => letter is >= ' ' and <= '~') && !string.IsNullOrWhiteSpace(value);

    private static bool IsExactly(JsonElement element, string[] names, bool all)
    {
        var found = element.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return all ? found.SetEquals(names) : found.IsSubsetOf(names);
    }
}
