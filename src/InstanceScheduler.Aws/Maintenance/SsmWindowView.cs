using System.Collections.Immutable;

namespace InstanceScheduler.Aws.Maintenance;

/// <summary>The maintenance windows of Systems Manager as a run sees them.</summary>
/// <param name="Listed">All windows of the account and region; null when they could not be listed.</param>
/// <param name="Agenda">Which are open, and what to remember.</param>
/// <param name="IsUsed">Whether windows of Systems Manager count for the target at all.</param>
internal sealed record SsmWindowView(ImmutableArray<SsmWindow>? Listed, WindowAgenda Agenda, bool IsUsed)
{
    /// <summary>Of a target for which they do not count.</summary>
    public static readonly SsmWindowView Unused = new(null, new WindowAgenda([], [], []), IsUsed: false);
}
