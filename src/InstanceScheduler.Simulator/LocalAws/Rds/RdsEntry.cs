using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>What of a database or cluster changes. Guarded by its region.</summary>
internal sealed class RdsEntry(RdsResource resource, RdsRegion region, RdsPower power)
{
    private string? _hash;

    public RdsRegion Region => region;

    public RdsPower Power => power;

    public ImmutableSortedDictionary<string, string> Tags { get; set; } = resource.Tags.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public string Arn { get; } = region.Arn($"{resource.Kind}:{resource.Id}");

    /// <summary>Hexadecimal digits, always the same for the same ARN: RDS's own ids are made of them.</summary>
    public string Hash => _hash ??= Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Arn)));

    /// <summary>What stands behind an id in host names; the same for a whole region of an account.</summary>
    public string HostSuffix => region.HostSuffix;
}
