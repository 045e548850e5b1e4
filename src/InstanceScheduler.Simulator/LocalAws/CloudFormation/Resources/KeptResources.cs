using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>Resources that nothing in the local AWS acts on: they have a name and properties, and that is all.</summary>
internal sealed class KeptResources
{
    private readonly ConcurrentDictionary<(string Type, string Account, string Region, string Id), MadeResource> _all = new();

    /// <summary>Null where there is none.</summary>
    public MadeResource? Find(string type, string account, string region, string id) => _all.GetValueOrDefault((type, account, region, id));

    /// <summary>All of a type, wherever they are.</summary>
    public IEnumerable<MadeResource> Of(string type) => _all.Where(entry => entry.Key.Type == type).Select(entry => entry.Value);

    internal bool TryAdd(ResourceRequest request, MadeResource made) => _all.TryAdd(Key(request, made), made);

    internal void Put(ResourceRequest request, MadeResource made) => _all[Key(request, made)] = made;

    internal void Remove(ResourceRequest request, MadeResource made) => _all.TryRemove(Key(request, made), out _);

    private static (string Type, string Account, string Region, string Id) Key(ResourceRequest request, MadeResource made) =>
        (request.Resource.Type, request.Account, request.Region, made.PhysicalId);
}
