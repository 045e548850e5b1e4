using InstanceScheduler.Simulator.LocalAws;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>Something that a person does at the console.</summary>
/// <param name="After">How long after the tick.</param>
/// <param name="Key">To which instance.</param>
/// <param name="Words">What.</param>
/// <param name="Do">Does it; the same in any AWS.</param>
internal sealed record ChaosDoing(TimeSpan After, string Key, string Words, Action<LocalAws> Do);
