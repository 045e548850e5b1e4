namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>A finished invocation with what it was asked.</summary>
internal sealed record LambdaOutcome(
    string FunctionName, InvocationType Type, ReadOnlyMemory<byte> Payload, LambdaResult Result, int Attempts);
