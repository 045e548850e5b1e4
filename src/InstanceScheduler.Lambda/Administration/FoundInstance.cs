using InstanceScheduler.Aws.Services;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>An instance that somebody asked for, and where it is.</summary>
/// <param name="View">Its target.</param>
/// <param name="Instance">The instance.</param>
internal sealed record FoundInstance(TargetView View, ManagedInstance Instance);
