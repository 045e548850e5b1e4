namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Who or what brought a transition about.</summary>
internal enum PowerCause
{
    /// <summary>The instance was added in that state.</summary>
    Added,

    /// <summary>A call of the API.</summary>
    Api,

    /// <summary>Somebody at the console.</summary>
    Human,

    /// <summary>A start that was accepted and failed later.</summary>
    Fallback,
}
