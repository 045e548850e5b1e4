using NodaTime;

namespace InstanceScheduler.Aws.Health;

/// <summary>What a process knows of a target's health.</summary>
/// <param name="Looked">Instant of the run that last read the item; null: none has.</param>
/// <param name="Stored">What the item holds, as far as known.</param>
/// <param name="Unwritten">What was told since and could not be written.</param>
internal sealed record HealthRecollection(Instant? Looked, TargetHealth? Stored, TargetHealth? Unwritten)
{
    public static readonly HealthRecollection None = new(null, null, null);

    /// <summary>Whether even a run without problems has to look at the item: it may have to be cleared.</summary>
    public bool IsDue(Instant instant) =>
        Looked is not { } looked || TargetHealth.IsLongBetween(instant, looked) || HasCauses(Stored) || HasCauses(Unwritten);

    private static bool HasCauses(TargetHealth? health) => health is { Causes.IsEmpty: false };
}
