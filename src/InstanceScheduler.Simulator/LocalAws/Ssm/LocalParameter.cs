using System.Security.Cryptography;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>A version of a parameter.</summary>
/// <param name="KeyId">The key of a SecureString; null for the others.</param>
internal sealed record LocalParameter(
    string Name, string Value, ParameterType Type, long Version, DateTimeOffset LastModified, string? KeyId)
{
    /// <summary>What is shown without decryption: looks like a ciphertext, says nothing of the value and is the same each time.</summary>
    public string Ciphertext => "AQICAH" + Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes($"{Name}:{Version}:{Value}")));
}
