namespace InstanceScheduler.Simulator.Report;

/// <summary>How often the function called one operation, for instance <c>ec2:DescribeInstances</c>.</summary>
internal sealed record CallCount(string Operation, long Count);
