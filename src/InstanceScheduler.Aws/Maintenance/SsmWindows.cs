using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using NodaTime;

namespace InstanceScheduler.Aws.Maintenance;

/// <summary>The maintenance windows of a target, from Systems Manager and from what was remembered of those that have begun.</summary>
internal sealed class SsmWindows(SsmWindowReader reader, KeptWindowTable table, Target target)
{
    /// <summary>Reads both; when Systems Manager does not answer, the remembered windows still hold.</summary>
    /// <param name="names">Names of the windows that count.</param>
    /// <param name="instant">The run's instant.</param>
    /// <param name="lead">How long before its begin a window counts as open.</param>
    /// <param name="notice">How long before its begin a window is remembered.</param>
    /// <param name="listing">By when Systems Manager has to have answered.</param>
    /// <param name="deadline">By when to be done.</param>
    public async Task<(SsmWindowView View, Problem? Problem)> ReadAsync(
        IReadOnlySet<string> names, Instant instant, Duration lead, Duration notice, RunDeadline listing, RunDeadline deadline)
    {
        var asking = ListAsync(listing);
        var reading = table.ReadAsync(target, deadline);
        await Task.WhenAll(asking, reading);
        var ((listed, problem), kept) = (await asking, await reading);
        if (listed is not { } all)
            return (new SsmWindowView(null, new WindowAgenda([.. kept.Where(window => window.IsOpenAt(instant, lead))], [], []), IsUsed: true), problem);
        return (new SsmWindowView(all, WindowAgenda.Of(all, names, kept, instant, lead, notice), IsUsed: true), problem);
    }

    /// <summary>Remembers windows before they begin, and forgets those that are over.</summary>
    public async Task<Problem?> SaveAsync(WindowAgenda agenda, RunDeadline deadline)
    {
        try
        {
            foreach (var window in agenda.ToKeep)
                await table.KeepAsync(target, window, deadline);
            foreach (var window in agenda.ToDrop)
                await table.DropAsync(target, window, deadline);
            return null;
        }
        catch (Exception failure)
        {
            return AwsProblem.Of("saving the maintenance windows", failure, []);
        }
    }

    private async Task<(ImmutableArray<SsmWindow>? Windows, Problem? Problem)> ListAsync(RunDeadline deadline)
    {
        try
        {
            return (await reader.ListAsync(deadline), null);
        }
        catch (Exception failure)
        {
            return (null, AwsProblem.Of("DescribeMaintenanceWindows", failure, []));
        }
    }
}
