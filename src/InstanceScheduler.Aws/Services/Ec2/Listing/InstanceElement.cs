namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Elements of an instance that the scheduler looks at.</summary>
internal enum InstanceElement
{
    /// <summary>One of the others.</summary>
    Other,
    Id,
    State,

    /// <summary>Who asked for the last transition, and when.</summary>
    Reason,
    Type,
    LaunchTime,
    StateReason,
    RootDeviceType,
    Hibernation,
    Tags,
}
