namespace InstanceScheduler.Simulator.Report;

/// <summary>What an instance was doing, as far as its bill and its users care.</summary>
internal enum PowerState
{
    Off,
    Starting,
    On,
    Stopping,

    /// <summary>Terminated, or not in the fleet yet.</summary>
    Gone,
}
