using System.Security.Cryptography;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>Names that CloudFormation makes up: <c>demo-Table-1ABCDEF2GHIJ</c>.</summary>
internal static class PhysicalNames
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const int SuffixLength = 12;

    /// <summary>Looks random, and is the same in every run.</summary>
    /// <param name="stack">Of which the resource is to be one.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="generation">0 for the first, one more for each that replaces it.</param>
    /// <param name="longest">What the service allows.</param>
    public static string Of(LocalStack stack, string logicalId, int generation, int longest)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{stack.Id}/{logicalId}/{generation}"));
        var suffix = string.Create(SuffixLength, hash, (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Digits[bytes[i] % Digits.Length];
            }
        });
        var stem = $"{stack.Name}-{logicalId}";
        var room = longest - SuffixLength - 1;
        return $"{(stem.Length > room ? stem[..room].TrimEnd('-') : stem)}-{suffix}";
    }

    /// <summary>An id that no name is part of, in the same way.</summary>
    public static string Uuid(LocalStack stack, string logicalId, int generation) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{stack.Id}/{logicalId}/{generation}")).AsSpan(0, 16)).ToString();
}
