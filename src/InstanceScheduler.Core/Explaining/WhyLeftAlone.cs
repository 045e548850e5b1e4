namespace InstanceScheduler.Core.Explaining;

/// <summary>Why the scheduler does nothing to an instance.</summary>
public enum WhyLeftAlone
{
    /// <summary>Its schedule tag is empty.</summary>
    TagIsEmpty,

    /// <summary>Its schedule tag says that it is never touched.</summary>
    TagSaysIgnore,

    /// <summary>It belongs to an Auto Scaling group.</summary>
    AutoScalingGroup,

    /// <summary>Its root volume is an instance store.</summary>
    InstanceStore,

    /// <summary>AWS cannot stop it for another reason, which is told beside it.</summary>
    CannotStop,

    /// <summary>There is no schedule of that name.</summary>
    UnknownSchedule,

    /// <summary>Its schedule cannot be used, for a reason that is told beside it.</summary>
    UnusableSchedule,
}
