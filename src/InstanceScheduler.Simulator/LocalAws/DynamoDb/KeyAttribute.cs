namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

internal sealed record KeyAttribute(string Name, DynamoKind Kind);
