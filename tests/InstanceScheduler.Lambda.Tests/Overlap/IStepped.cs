namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>Something that goes on one call at a time.</summary>
internal interface IStepped
{
    bool IsDone { get; }

    /// <summary>Makes the next call, and goes on until the one after it is about to be made.</summary>
    PortCall Step();
}
