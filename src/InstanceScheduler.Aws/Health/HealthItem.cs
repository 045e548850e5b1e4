using System.Globalization;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.StateTable;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Health;

/// <summary>The item of the state table that holds a target's health.</summary>
internal static class HealthItem
{
    public static Dictionary<string, AttributeValue> KeyOf(HealthSource source) => new(StringComparer.Ordinal)
    {
        [StateAttributes.Service] = new(HealthAttributes.Service),
        [StateAttributes.AccountRegion] = new(source.Key),
    };

    public static Dictionary<string, AttributeValue> Of(HealthSource source, TargetHealth health)
    {
        var item = KeyOf(source);
        item[HealthAttributes.Updated] = new AttributeValue(InstantPattern.General.Format(health.Updated));
        if (health.Topic is { } topic)
            item[HealthAttributes.Topic] = new AttributeValue(topic);
        item[HealthAttributes.Managed] = Number(health.Counts.Managed);
        item[HealthAttributes.Running] = Number(health.Counts.Running);
        item[HealthAttributes.Started] = Number(health.Counts.Started);
        item[HealthAttributes.Stopped] = Number(health.Counts.Stopped);
        item[HealthAttributes.Causes] = new AttributeValue { L = [.. health.Causes.Select(cause => new AttributeValue { M = Of(cause) })] };
        return item;
    }

    /// <summary>Null when it cannot be read; a cause that cannot be is left out.</summary>
    public static TargetHealth? TryRead(Dictionary<string, AttributeValue> item)
    {
        if (!InstantPattern.General.Parse(Text(item, HealthAttributes.Updated) ?? "").TryGetValue(default, out var updated))
            return null;
        var counts = new RunCounts(
            Number(item, HealthAttributes.Managed), Number(item, HealthAttributes.Running), Number(item, HealthAttributes.Started), Number(item, HealthAttributes.Stopped));
        var causes = (item.GetValueOrDefault(HealthAttributes.Causes)?.L ?? []).Select(cause => TryReadCause(cause.M ?? [])).OfType<ProblemCause>();
        return new TargetHealth(updated, Text(item, HealthAttributes.Topic), counts, [.. causes]);
    }

    private static Dictionary<string, AttributeValue> Of(ProblemCause cause)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [HealthAttributes.Code] = new(cause.Code),
            [HealthAttributes.Message] = new(cause.Message),
            [HealthAttributes.Severity] = new(cause.Severity.ToString()),
            [HealthAttributes.Count] = Number(cause.Count),
        };
        if (cause.Remedy is { } remedy)
            attributes[HealthAttributes.Remedy] = new AttributeValue(remedy);
        if (cause.GoneSince is { } gone)
            attributes[HealthAttributes.GoneSince] = new AttributeValue(InstantPattern.General.Format(gone));
        if (!cause.Ids.IsEmpty)
            attributes[HealthAttributes.Ids] = new AttributeValue { SS = [.. cause.Ids] };
        return attributes;
    }

    private static ProblemCause? TryReadCause(Dictionary<string, AttributeValue> attributes) =>
        Text(attributes, HealthAttributes.Code) is { } code && Text(attributes, HealthAttributes.Message) is { } message
            ? new ProblemCause(
                code,
                message,
                Text(attributes, HealthAttributes.Severity) == nameof(ProblemSeverity.Error) ? ProblemSeverity.Error : ProblemSeverity.Warning,
                Text(attributes, HealthAttributes.Remedy),
                Number(attributes, HealthAttributes.Count),
                [.. (attributes.GetValueOrDefault(HealthAttributes.Ids)?.SS ?? []).Order(StringComparer.Ordinal)])
            {
                GoneSince = InstantPattern.General.Parse(Text(attributes, HealthAttributes.GoneSince) ?? "") is { Success: true, Value: var gone } ? gone : null,
            }
            : null;

    private static AttributeValue Number(int number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static int Number(Dictionary<string, AttributeValue> attributes, string name) =>
        int.TryParse(attributes.GetValueOrDefault(name)?.N, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Text(Dictionary<string, AttributeValue> attributes, string name) => attributes.GetValueOrDefault(name)?.S;
}
