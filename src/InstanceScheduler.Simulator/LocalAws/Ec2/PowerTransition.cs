namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>An instance entered a state.</summary>
internal readonly record struct PowerTransition(string InstanceId, DateTimeOffset Time, PowerState State, PowerCause Cause);
