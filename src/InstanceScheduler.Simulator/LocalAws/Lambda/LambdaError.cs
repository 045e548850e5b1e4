namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>Why an invocation failed: what the environment reported, or what is known of its end.</summary>
internal sealed record LambdaError(string Type, string Message);
