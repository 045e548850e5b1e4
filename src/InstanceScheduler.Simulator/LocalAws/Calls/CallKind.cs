namespace InstanceScheduler.Simulator.LocalAws.Calls;

/// <summary>What totals are kept by. <paramref name="ErrorCode"/> is null for calls that succeeded.</summary>
internal readonly record struct CallKind(string Service, string Operation, string? ErrorCode);
