namespace InstanceScheduler.Core.Decisions;

/// <summary>What a decision needs to know of an instance.</summary>
/// <param name="Running">Whether it runs (else it is stopped; instances in transition are not decided on).</param>
/// <param name="InstanceType">Its type now.</param>
/// <param name="AllowResize">Whether its service can change the type.</param>
public readonly record struct InstanceFacts(bool Running, string InstanceType, bool AllowResize);
