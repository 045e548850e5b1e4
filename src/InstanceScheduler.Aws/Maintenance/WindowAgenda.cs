using System.Collections.Immutable;
using InstanceScheduler.Core.Maintenance;
using NodaTime;

namespace InstanceScheduler.Aws.Maintenance;

/// <summary>Which windows are open for a run, and what has to be remembered of them.</summary>
/// <param name="Open">Windows that are open, or so near that instances should be up for them.</param>
/// <param name="ToKeep">Windows to put into the state table.</param>
/// <param name="ToDrop">Windows to take out of it.</param>
internal sealed record WindowAgenda(ImmutableArray<DatedWindow> Open, ImmutableArray<DatedWindow> ToKeep, ImmutableArray<DatedWindow> ToDrop)
{
    /// <summary>
    /// A kept window holds from its lead until its end, since the listing already shows the execution after it; where that one
    /// begins before the end, both are one. Before it began a window gives way to another that is open as well: then it was moved.
    /// Windows that were deleted, switched off or have ended go; one that no schedule names for a while stays until its end, and so
    /// does one that a later run kept, for which it is too early here.
    /// </summary>
    /// <param name="listed">All windows of the account and region.</param>
    /// <param name="names">Names that schedules use.</param>
    /// <param name="kept">What is remembered.</param>
    /// <param name="instant">The run's instant.</param>
    /// <param name="lead">How long before its begin a window counts as open.</param>
    public static WindowAgenda Of(
        ImmutableArray<SsmWindow> listed, IReadOnlySet<string> names, ImmutableArray<DatedWindow> kept, Instant instant, Duration lead)
    {
        var open = ImmutableArray.CreateBuilder<DatedWindow>();
        var toKeep = ImmutableArray.CreateBuilder<DatedWindow>();
        var remembered = kept.ToDictionary(window => window.Id, StringComparer.Ordinal);
        foreach (var window in listed.Where(window => window.IsEnabled))
        {
            var before = remembered.GetValueOrDefault(window.Id);
            if (before is null && !names.Contains(window.Name))
                continue;
            if (Current(before, window.Next, instant, lead) is not { } current)
                continue;
            open.Add(current);
            if (current != before)
                toKeep.Add(current);
        }

        var stillOpen = open.Select(window => window.Id).ToHashSet(StringComparer.Ordinal);
        return new WindowAgenda(open.ToImmutable(), toKeep.ToImmutable(), [.. kept.Where(window => !stillOpen.Contains(window.Id) && instant >= window.Begin - lead)]);
    }

    private static DatedWindow? Current(DatedWindow? kept, DatedWindow? next, Instant instant, Duration lead)
    {
        var keptHolds = kept?.IsOpenAt(instant, lead) == true;
        var nextHolds = next?.IsOpenAt(instant, lead) == true;
        if (keptHolds && kept!.Begin <= instant)
            return nextHolds ? kept with { End = Instant.Max(kept.End, next!.End) } : kept;
        return nextHolds ? next : keptHolds ? kept : null;
    }
}
