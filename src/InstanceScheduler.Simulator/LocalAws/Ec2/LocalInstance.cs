using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>An instance: what it is made of, how it answers, and its state since it was added to a fleet.</summary>
/// <remarks>Refusals are AWS's error codes; <see cref="InstanceErrors"/> knows the texts that go with them. Null: no refusal.</remarks>
internal sealed class LocalInstance
{
    private FleetMember? _member;

    /// <summary><c>i-</c> and 8 or 17 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Null means the hub.</summary>
    public string? Account { get; init; }

    /// <summary>Null means the hub's.</summary>
    public string? Region { get; init; }

    /// <summary>The availability zone's letter.</summary>
    public char Zone { get; init; } = 'a';

    /// <summary>The type at the start; see <see cref="CurrentType"/>.</summary>
    public string Type { get; init; } = "m5.large";

    /// <summary>The tags at the start; see <see cref="CurrentTags"/>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    public PowerState InitialState { get; init; } = PowerState.Stopped;

    /// <summary>Instances launched together share one; null makes one of its own.</summary>
    public string? ReservationId { get; init; }

    public SpotRequest Spot { get; init; }

    public bool InstanceStoreRoot { get; init; }

    public bool HibernationConfigured { get; init; }

    /// <summary>The ARN of the KMS key that encrypts its volumes; null: they are not encrypted.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>Types that the instance cannot have or cannot start with, and why.</summary>
    public IReadOnlyDictionary<string, TypeMismatch> IncompatibleTypes { get; set; } = ImmutableDictionary<string, TypeMismatch>.Empty;

    public bool StopProtected { get; set; }

    public string? StartRefusal { get; set; }

    public string? StopRefusal { get; set; }

    public string? ResizeRefusal { get; set; }

    public string? TagRefusal { get; set; }

    /// <summary>A state reason code such as <c>Client.InternalError</c>: each start is accepted and fails a little later.</summary>
    public string? FallsBack { get; set; }

    /// <summary>Whether the transition reason of such a failure ends with a time, as that of a user's stop does.</summary>
    public bool FallbackShowsTime { get; set; }

    public PowerState State => Now.State;

    public string CurrentType => Now.Type;

    public ImmutableSortedDictionary<string, string> CurrentTags => Now.Tags;

    /// <summary>All that can change, at this instant.</summary>
    public InstanceView Now => Member.Region.View(Member);

    internal FleetMember Member
    {
        get => _member ?? throw new InvalidOperationException($"The instance '{Id}' has no state yet; add it to a fleet first.");
        set => _member = _member is null
            ? value
            : throw new InvalidOperationException($"The instance '{Id}' is in a fleet already; make a new LocalInstance for another one.");
    }
}
