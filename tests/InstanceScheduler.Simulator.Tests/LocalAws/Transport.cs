namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>How a test reaches LocalAws.</summary>
public enum Transport
{
    /// <summary>Through an HTTP message handler.</summary>
    InProcess,

    /// <summary>Through a socket.</summary>
    Loopback,
}
