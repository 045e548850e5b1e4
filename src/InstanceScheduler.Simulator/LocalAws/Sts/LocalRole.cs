using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.Sts;

/// <summary>A role that others may assume.</summary>
internal sealed record LocalRole
{
    /// <summary>1 to 64 letters, digits or <c>+=,.@_-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Null means the hub.</summary>
    public string? Account { get; init; }

    /// <summary>Begins and ends with a slash; stands in the role's ARN, not in that of its sessions.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Accounts that may assume it; null means the hub alone.</summary>
    public IReadOnlyList<string>? TrustedAccounts { get; init; }

    /// <summary>Patterns, with <c>*</c> and <c>?</c>, for the ARN of the caller's own role; empty: any may assume it.</summary>
    public ImmutableArray<string> TrustedPrincipals { get; init; } = [];

    /// <summary>The whole trust policy; null where the role was made without one.</summary>
    public JsonElement? TrustPolicy { get; init; }

    /// <summary>Policy documents that stand in the role, by name.</summary>
    public ImmutableDictionary<string, JsonElement> OwnPolicies { get; init; } = ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Policy documents of stacks' policies, by the policies' physical ids.</summary>
    public ImmutableDictionary<string, JsonElement> AttachedPolicies { get; init; } = ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>What a caller has to know; null: nothing.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The longest session that a caller may ask for.</summary>
    public TimeSpan MaxSessionDuration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Given when the role is added.</summary>
    public string Arn { get; init; } = "";

    /// <summary>The id that AWS knows it by, given when the role is added.</summary>
    public string Id { get; init; } = "";

    public bool TrustsPrincipal(string arn) =>
        TrustedPrincipals.IsEmpty || TrustedPrincipals.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false));
}
