namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>A successful answer and the number of items (instances, rows, parameters) in it.</summary>
internal sealed record ServiceAnswer(WireResponse Response, int ItemCount);
