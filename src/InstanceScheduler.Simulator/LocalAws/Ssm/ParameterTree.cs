using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>The parameters of all accounts and regions; account and region left out mean the hub's.</summary>
internal sealed class ParameterTree(LocalAwsOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Account, string Region), ParameterStore> _stores = new();

    public LocalParameter Put(
        string name, string value, ParameterType type = ParameterType.String, string? account = null, string? region = null) =>
        In(account, region).Put(name, value, type, overwrite: true, keyId: null)!;

    public LocalParameter? Find(string name, string? account = null, string? region = null) => In(account, region).Find(name);

    public bool Delete(string name, string? account = null, string? region = null) => In(account, region).Delete(name);

    internal ParameterStore In(string? account, string? region) =>
        _stores.GetOrAdd((account ?? options.HubAccount, region ?? options.HubRegion), _ => new ParameterStore(time));
}
