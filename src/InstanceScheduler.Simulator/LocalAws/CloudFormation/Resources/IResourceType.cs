namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>How CloudFormation makes, changes and removes resources of a type: a further one is one more class and one more line in <see cref="ResourceTypes"/>.</summary>
internal interface IResourceType
{
    ResourceTraits Traits { get; }

    /// <exception cref="ResourceFailure">It cannot be made.</exception>
    Task<MadeResource> CreateAsync(ResourceRequest request);

    /// <summary>Changes the resource where it is. A custom resource may answer with another physical id: it was replaced.</summary>
    /// <exception cref="ResourceFailure">It cannot be changed.</exception>
    Task<MadeResource> UpdateAsync(ResourceRequest request, MadeResource old);

    /// <summary>Removes the resource; that there is none any more is no failure.</summary>
    /// <exception cref="ResourceFailure">It cannot be removed.</exception>
    Task DeleteAsync(ResourceRequest request, MadeResource old);
}
