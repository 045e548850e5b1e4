namespace InstanceScheduler.StandIns.Tests.AwsSdk;

/// <summary>What went out; header names are compared without case.</summary>
internal sealed record WireRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Body);
