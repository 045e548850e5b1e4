namespace InstanceScheduler.Simulator.Fleet;

/// <summary>EC2's names of the instance states.</summary>
internal static class InstanceStateNames
{
    public static IReadOnlyList<string> All { get; } = ["pending", "running", "shutting-down", "terminated", "stopping", "stopped"];
}
