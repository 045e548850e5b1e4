namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>One step down: to a member, or to a list element where <paramref name="Member"/> is null.</summary>
internal readonly record struct PathStep(string? Member, int Index);
