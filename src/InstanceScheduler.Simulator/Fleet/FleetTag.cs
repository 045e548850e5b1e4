namespace InstanceScheduler.Simulator.Fleet;

/// <summary>One tag of an instance, as the account holds it: keys and values are not trimmed and may hold anything.</summary>
internal sealed record FleetTag(string Key, string Value);
