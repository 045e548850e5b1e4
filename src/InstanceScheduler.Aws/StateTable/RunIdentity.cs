using NodaTime;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>Which run of which target writes.</summary>
/// <param name="Target">The target.</param>
/// <param name="Instant">The instant the run decides for.</param>
/// <param name="Run">A random name, different even for two deliveries of one event.</param>
internal sealed record RunIdentity(Target Target, Instant Instant, string Run);
