namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>The tags of one instance that the scheduler looks at; null: it has no such tag.</summary>
internal struct InstanceTags
{
    public string? Schedule;
    public string? Override;
    public string? Name;
    public string? PreferredTypes;
    public string? LastAction;
    public string? Error;
    public string? ErrorMessage;
    public bool IsInAutoScalingGroup;

    public readonly InformationalTags Information => LastAction is null && Error is null && ErrorMessage is null
        ? InformationalTags.None
        : new InformationalTags(LastAction, Error, ErrorMessage);
}
