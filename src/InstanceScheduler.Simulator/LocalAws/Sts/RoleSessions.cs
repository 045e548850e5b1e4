using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Sts;

/// <summary>All sessions of roles that were ever assumed.</summary>
internal sealed class RoleSessions(AccountKeys keys, TimeProvider time)
{
    private const string KeyDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyLength = 16;
    private const int SecretLength = 40;

    private readonly ConcurrentDictionary<string, RoleSession> _byKey = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>Null where the key is not a temporary one.</summary>
    public RoleSession? Find(string accessKeyId) => _byKey.GetValueOrDefault(accessKeyId);

    public RoleSession Begin(LocalRole role, string name, TimeSpan duration, string begunBy)
    {
        var account = role.Account!;
        var partition = role.Arn.Split(':')[1];
        var key = AccessKey(Interlocked.Increment(ref _sequence));
        var session = new RoleSession(
            account,
            role.Arn,
            $"arn:{partition}:sts::{account}:assumed-role/{role.Name}/{name}",
            $"{role.Id}:{name}",
            key,
            Digest("secret", key)[..SecretLength],
            "IQoJb3JpZ2luX2VjE" + Digest("token", key) + Digest(role.Arn, name),
            time.GetUtcNow() + duration,
            begunBy);
        _byKey[key] = session;
        keys[key] = account;
        return session;
    }

    /// <summary>Refuses a temporary key that comes without its token, or too late.</summary>
    public void EnsureValid(CallScope scope, string? sessionToken)
    {
        if (Find(scope.AccessKeyId) is not { } session)
        {
            return;
        }

        if (sessionToken != session.SessionToken)
        {
            throw CredentialErrors.Unknown(scope.Service);
        }

        if (session.Expiration <= time.GetUtcNow())
        {
            throw CredentialErrors.Expired(scope.Service);
        }
    }

    // Counted, not random: the same run gives the same credentials.
    private static string AccessKey(long sequence) => string.Create(KeyLength + 4, sequence, (text, number) =>
    {
        "ASIA".CopyTo(text);
        for (var i = text.Length - 1; i >= 4; i--)
        {
            text[i] = KeyDigits[(int)(number % KeyDigits.Length)];
            number /= KeyDigits.Length;
        }
    });

    private static string Digest(string purpose, string text) =>
        Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes($"{purpose}:{text}")));
}
