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

    /// <summary>What a caller has to know; null: nothing.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The longest session that a caller may ask for.</summary>
    public TimeSpan MaxSessionDuration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Given when the role is added.</summary>
    public string Arn { get; init; } = "";

    /// <summary>The id that AWS knows it by, given when the role is added.</summary>
    public string Id { get; init; } = "";
}
