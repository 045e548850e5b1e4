namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>A resource that could not be made, changed or removed; the message is the reason that events show.</summary>
internal sealed class ResourceFailure : Exception
{
    public ResourceFailure()
    {
    }

    public ResourceFailure(string message)
        : base(message)
    {
    }

    public ResourceFailure(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is there all the same, and is to be removed; null: nothing.</summary>
    public MadeResource? Left { get; init; }
}
