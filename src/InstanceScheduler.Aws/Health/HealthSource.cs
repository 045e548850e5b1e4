namespace InstanceScheduler.Aws.Health;

/// <summary>What a report is about.</summary>
/// <param name="Key">Range key of its item in the state table.</param>
/// <param name="Place">Where its problems are, as it stands behind their number in a subject.</param>
internal sealed record HealthSource(string Key, string Place)
{
    /// <summary>The tick itself: the configuration, the accounts, and the invocations it makes.</summary>
    public static readonly HealthSource Tick = new("tick", "at the tick");

    public static HealthSource Of(Target target) => new($"{target.Service}:{target.StateKey}", $"in {target.Service} {target.Account}/{target.Region}");
}
