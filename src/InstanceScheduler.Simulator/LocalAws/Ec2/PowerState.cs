namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>States of an instance; the numbers are EC2's.</summary>
internal enum PowerState
{
    /// <summary>Starting.</summary>
    Pending = 0,

    /// <summary>Running.</summary>
    Running = 16,

    /// <summary>Being terminated.</summary>
    ShuttingDown = 32,

    /// <summary>Gone for good, still listed for a while.</summary>
    Terminated = 48,

    /// <summary>Being stopped.</summary>
    Stopping = 64,

    /// <summary>Stopped.</summary>
    Stopped = 80,
}
