namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Why a type is not for an instance, which decides when EC2 says so.</summary>
internal enum TypeMismatch
{
    /// <summary>Another processor architecture: the type is refused when it is set.</summary>
    Architecture,

    /// <summary>Another kind of virtualization: the type is refused when it is set.</summary>
    Virtualization,

    /// <summary>The image lacks the network driver that the type needs: the type can be set, and then no start is accepted.</summary>
    EnhancedNetworking,

    /// <summary>Another setting of the instance does not go with the type: the type can be set, and then no start is accepted.</summary>
    Configuration,
}
