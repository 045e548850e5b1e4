using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>A database or cluster: what it is made of, how it answers, and its status since it was added to a fleet.</summary>
/// <remarks>Refusals are AWS's error codes; <see cref="RdsErrors"/> knows the texts that go with them. Null: no refusal.</remarks>
internal abstract class RdsResource
{
    private RdsEntry? _entry;

    /// <summary>A lower-case letter, then lower-case letters, digits and single hyphens; unique by kind, account and region.</summary>
    public required string Id { get; init; }

    /// <summary>Null means the hub; a member's is its cluster's.</summary>
    public string? Account { get; init; }

    /// <summary>Null means the hub's; a member's is its cluster's.</summary>
    public string? Region { get; init; }

    /// <summary>The tags at the start; see <see cref="CurrentTags"/>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Any status RDS knows; <c>starting</c> and <c>stopping</c> go on from there. A member's is its cluster's.</summary>
    public string InitialStatus { get; init; } = RdsStatus.Available;

    /// <summary>When RDS starts it by itself if it is stopped at the start; null means seven days after it was added.</summary>
    public DateTimeOffset? InitialRestartTime { get; init; }

    /// <summary>The preferred maintenance window in UTC: <c>ddd:hh:mm-ddd:hh:mm</c>.</summary>
    public string MaintenanceWindow { get; init; } = "sun:18:00-sun:18:30";

    /// <summary>The ARN of the key it is encrypted with; null where it is not encrypted.</summary>
    public string? KmsKeyId { get; init; }

    public string? StartRefusal { get; set; }

    public string? StopRefusal { get; set; }

    public string? TagRefusal { get; set; }

    /// <summary>
    /// A status such as <c>stopped</c> or <c>incompatible-network</c>: each start, RDS's own too, is accepted and ends there.
    /// </summary>
    public string? FallsBack { get; set; }

    /// <summary>Each stop is accepted and ends in <c>available</c> again.</summary>
    public bool StopFallsBack { get; set; }

    public string Status => Now.Status;

    public ImmutableSortedDictionary<string, string> CurrentTags => Now.Tags;

    /// <summary>When RDS will start it by itself; null unless it is stopped.</summary>
    public DateTimeOffset? AutomaticRestartTime => Now.AutomaticRestartTime;

    /// <summary>All that can change, at this instant.</summary>
    public RdsView Now => Entry.Region.Atomically(At);

    public string Arn => Entry.Arn;

    /// <summary>Its kind in ARNs: <c>db</c> or <c>cluster</c>.</summary>
    internal abstract string Kind { get; }

    internal RdsEntry Entry
    {
        get => _entry ?? throw new InvalidOperationException($"The {Kind} '{Id}' has no status yet; add it to a fleet first.");
        set => _entry = _entry is null
            ? value
            : throw new InvalidOperationException($"The {Kind} '{Id}' is in a fleet already; make a new object for another one.");
    }

    /// <summary>Brings the status up to the instant. Within a region's step only.</summary>
    internal virtual void Settle(DateTimeOffset now) => Entry.Power.Settle(now);

    /// <summary>All that can change. Within a region's step only.</summary>
    internal RdsView At(DateTimeOffset now)
    {
        Settle(now);
        var power = Entry.Power;
        return new RdsView(power.Status, power.Since, power.AutomaticRestartTime, Entry.Tags);
    }
}
