namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>The parameters of one account in one region, by name. Each method is atomic.</summary>
internal sealed class ParameterStore(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, LocalParameter> _byName = new(StringComparer.Ordinal);

    public LocalParameter? Find(string name)
    {
        lock (_gate)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    /// <summary>All parameters below a path, or only those directly below it.</summary>
    public IReadOnlyList<LocalParameter> Below(string path, bool recursive)
    {
        var prefix = path.EndsWith('/') ? path : path + "/";
        lock (_gate)
        {
            return
            [
                .. _byName.Values.Where(p => Qualified(p.Name).StartsWith(prefix, StringComparison.Ordinal)
                    && (recursive || !Qualified(p.Name).AsSpan(prefix.Length).Contains('/')))
            ];
        }
    }

    /// <summary>Stores the next version; null where the name is taken and must not be overwritten.</summary>
    /// <param name="type">Null keeps the type it has.</param>
    public LocalParameter? Put(string name, string value, ParameterType? type, bool overwrite, string? keyId)
    {
        lock (_gate)
        {
            var old = _byName.GetValueOrDefault(name);
            if (old is not null && !overwrite)
            {
                return null;
            }

            var newType = type ?? old?.Type ?? ParameterType.String;
            var key = newType == ParameterType.SecureString ? keyId ?? "alias/aws/ssm" : null;
            return _byName[name] = new LocalParameter(name, value, newType, (old?.Version ?? 0) + 1, time.GetUtcNow(), key);
        }
    }

    public bool Delete(string name)
    {
        lock (_gate)
        {
            return _byName.Remove(name);
        }
    }

    // A name without a leading slash is at the top of the hierarchy.
    private static string Qualified(string name) => name.StartsWith('/') ? name : "/" + name;
}
