namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>A type whose resources are there at once.</summary>
internal abstract class ImmediateResource(ResourceTraits traits) : IResourceType
{
    public ResourceTraits Traits => traits;

    public Task<MadeResource> CreateAsync(ResourceRequest request) => Task.FromResult(Create(request));

    public Task<MadeResource> UpdateAsync(ResourceRequest request, MadeResource old) => Task.FromResult(Update(request, old));

    public Task DeleteAsync(ResourceRequest request, MadeResource old)
    {
        Delete(request, old);
        return Task.CompletedTask;
    }

    protected abstract MadeResource Create(ResourceRequest request);

    protected abstract MadeResource Update(ResourceRequest request, MadeResource old);

    protected abstract void Delete(ResourceRequest request, MadeResource old);
}
