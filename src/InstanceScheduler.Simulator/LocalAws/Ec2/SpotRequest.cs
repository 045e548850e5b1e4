namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>How an instance was bought.</summary>
internal enum SpotRequest
{
    /// <summary>On demand.</summary>
    None,

    /// <summary>A one-time Spot request: the instance cannot be stopped.</summary>
    OneTime,

    /// <summary>A persistent Spot request: stopping works.</summary>
    Persistent,
}
