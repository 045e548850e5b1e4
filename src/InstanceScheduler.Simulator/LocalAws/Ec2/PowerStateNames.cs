namespace InstanceScheduler.Simulator.LocalAws.Ec2;

internal static class PowerStateNames
{
    /// <summary>The state as EC2 writes it.</summary>
    public static string WireName(this PowerState state) => state switch
    {
        PowerState.Pending => "pending",
        PowerState.Running => "running",
        PowerState.ShuttingDown => "shutting-down",
        PowerState.Terminated => "terminated",
        PowerState.Stopping => "stopping",
        _ => "stopped",
    };
}
