using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Report;

/// <summary>What happened to one instance.</summary>
/// <param name="Account">Its account.</param>
/// <param name="Region">Its region.</param>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">The Name tag; null or blank when it has none.</param>
/// <param name="InstanceType">Its type or class; <c>cluster</c> for a cluster.</param>
/// <param name="Schedule">The value of the schedule tag as it stands, null without the tag.</param>
/// <param name="Managed">
/// False where the scheduler leaves the instance alone (no tag, unknown schedule, Auto Scaling member…): hours off are then nobody's saving.
/// </param>
/// <param name="Spans">In order, without overlaps; gaps are allowed and count as nothing.</param>
/// <param name="Starts">How often it was started, by anybody.</param>
/// <param name="Stops">How often it was stopped, by anybody.</param>
/// <param name="Problems">One sentence each.</param>
internal sealed record InstanceTimeline(
    string Account,
    string Region,
    string InstanceId,
    string? Name,
    string InstanceType,
    string? Schedule,
    bool Managed,
    IReadOnlyList<PowerSpan> Spans,
    int Starts,
    int Stops,
    IReadOnlyList<string> Problems)
{
    public FleetKind Kind { get; init; }

    /// <summary>The types and classes whose prices make up its own; none where nobody knows them.</summary>
    public IReadOnlyList<string> PricedTypes { get; init; } = [InstanceType];

    /// <summary>Reasons that came after those of the spans, in order; the read-out of a span shows those that fall inside it.</summary>
    public IReadOnlyList<ReasonChange> Reasons { get; init; } = [];

    /// <summary>Why the scheduler leaves the instance alone, in one clause; null where it does not, or where nobody knows.</summary>
    public string? Note { get; init; }

    /// <summary>The calendars that the periods of its schedule look at; none where they look at none.</summary>
    public IReadOnlyList<WorkdayCalendar> Calendars { get; init; } = [];

    public ResourceKey Key => new(Kind.Service(), Account, Region, InstanceId);

    public string Label => string.IsNullOrWhiteSpace(Name) ? InstanceId : Name;
}
