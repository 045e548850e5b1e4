namespace InstanceScheduler.Checker;

/// <summary>How an instance has to stand, and what is remembered of it once it does.</summary>
/// <param name="State"><c>running</c> or <c>stopped</c>.</param>
/// <param name="Entry">What is remembered.</param>
internal readonly record struct Outcome(string State, string Entry);
