using System.Xml;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>The names of the elements, from one table, so that a comparison is one of references.</summary>
internal sealed class InstanceElements(XmlNameTable names)
{
    private readonly string _id = names.Add("instanceId");
    private readonly string _state = names.Add("instanceState");
    private readonly string _reason = names.Add("reason");
    private readonly string _type = names.Add("instanceType");
    private readonly string _launchTime = names.Add("launchTime");
    private readonly string _stateReason = names.Add("stateReason");
    private readonly string _rootDeviceType = names.Add("rootDeviceType");
    private readonly string _hibernation = names.Add("hibernationOptions");
    private readonly string _tags = names.Add("tagSet");

    public string StateName { get; } = names.Add("name");

    public string ReasonCode { get; } = names.Add("code");

    public string ReasonMessage { get; } = names.Add("message");

    public string HibernationConfigured { get; } = names.Add("configured");

    /// <param name="name">From the same table.</param>
    public InstanceElement Find(string name)
    {
        if (ReferenceEquals(name, _id))
            return InstanceElement.Id;
        if (ReferenceEquals(name, _state))
            return InstanceElement.State;
        if (ReferenceEquals(name, _reason))
            return InstanceElement.Reason;
        if (ReferenceEquals(name, _type))
            return InstanceElement.Type;
        if (ReferenceEquals(name, _launchTime))
            return InstanceElement.LaunchTime;
        if (ReferenceEquals(name, _stateReason))
            return InstanceElement.StateReason;
        if (ReferenceEquals(name, _rootDeviceType))
            return InstanceElement.RootDeviceType;
        if (ReferenceEquals(name, _hibernation))
            return InstanceElement.Hibernation;
        return ReferenceEquals(name, _tags) ? InstanceElement.Tags : InstanceElement.Other;
    }
}
