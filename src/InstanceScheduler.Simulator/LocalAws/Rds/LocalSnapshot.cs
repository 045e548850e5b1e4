namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A snapshot of a database, which need not exist any more.</summary>
internal sealed record LocalSnapshot
{
    /// <summary>Stored in lower case; an automated one's begins with <c>rds:</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the database it was taken of.</summary>
    public required string DatabaseId { get; init; }

    /// <summary>Null means the hub; of no account for one that a stop takes.</summary>
    public string? Account { get; init; }

    /// <summary>Null means the hub's; of no account for one that a stop takes.</summary>
    public string? Region { get; init; }

    public string Engine { get; init; } = "mysql";

    public char Zone { get; init; } = 'a';

    public string? KmsKeyId { get; init; }

    /// <summary>Taken by RDS itself; only manual ones can be deleted.</summary>
    public bool IsAutomated { get; init; }

    /// <summary>When it is complete; until then it is <c>creating</c>. Null: it was before anything else.</summary>
    public DateTimeOffset? AvailableFrom { get; init; }

    public string StatusAt(DateTimeOffset time) => AvailableFrom is { } from && time < from ? RdsStatus.Creating : RdsStatus.Available;
}
