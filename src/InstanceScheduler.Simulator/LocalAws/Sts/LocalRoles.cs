using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.LocalAws.Sts;

/// <summary>The roles of all accounts, and what their owners do to them.</summary>
internal sealed partial class LocalRoles(LocalAwsOptions options)
{
    private readonly ConcurrentDictionary<string, LocalRole> _byArn = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>Makes a role and gives its ARN.</summary>
    public string Add(LocalRole role)
    {
        if (!RoleName().IsMatch(role.Name) || !RolePath().IsMatch(role.Path))
        {
            throw new ArgumentException(
                $"'{role.Path}{role.Name}' is no role; use 1 to 64 letters, digits or +=,.@_- after a path between slashes.", nameof(role));
        }

        var account = role.Account ?? options.HubAccount;
        var stored = role with
        {
            Account = account,
            TrustedAccounts = role.TrustedAccounts ?? [options.HubAccount],
            Arn = $"arn:{Protocol.Arn.Partition(options.HubRegion)}:iam::{account}:role{role.Path}{role.Name}",
            Id = $"AROA{Interlocked.Increment(ref _sequence):D17}",
        };
        return _byArn.TryAdd(stored.Arn, stored)
            ? stored.Arn
            : throw new ArgumentException($"There is a role '{stored.Arn}' already; change it, or use another name.", nameof(role));
    }

    /// <summary>Edits a role's trust or limits; its name and account stay, and so do the sessions that it has.</summary>
    public void Change(string arn, Func<LocalRole, LocalRole> edit)
    {
        var old = Find(arn) ?? throw new KeyNotFoundException($"There is no role '{arn}' among {_byArn.Count}; add it first.");
        _byArn[arn] = edit(old) with { Name = old.Name, Account = old.Account, Path = old.Path, Arn = old.Arn, Id = old.Id };
    }

    /// <summary>False where there is no such role. Sessions that it has go on until they expire.</summary>
    public bool Remove(string arn) => _byArn.TryRemove(arn, out _);

    internal LocalRole? FindByName(string account, string name) =>
        _byArn.Values.FirstOrDefault(role => role.Account == account && role.Name == name);

    internal LocalRole? Find(string arn) => _byArn.GetValueOrDefault(arn);

    [GeneratedRegex(@"^[\w+=,.@-]{1,64}$", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleName();

    [GeneratedRegex("^/(?:[!-.0-~]+/)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RolePath();
}
