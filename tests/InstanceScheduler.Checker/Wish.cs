namespace InstanceScheduler.Checker;

/// <summary>What a schedule wants at an instant.</summary>
/// <param name="State"><c>running</c>, <c>stopped</c> or <c>any</c>.</param>
/// <param name="Type">The type that an instance should have when it runs; null: any.</param>
public readonly record struct Wish(string State, string? Type);
