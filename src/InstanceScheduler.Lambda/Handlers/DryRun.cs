using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Lambda.Scheduling;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>A dry run, which this version cannot do, and therefore does nothing: nobody asks for one to have instances stopped.</summary>
internal static class DryRun
{
    public static ImmutableArray<Target> Targets(ProblemList problems)
    {
        problems.AddStanding("DryRunUnavailable", "a dry run was asked for, which is not available in this version: nothing is done",
            id: null, "set DRY_RUN to False to schedule; the simulator shows what would happen");
        return [];
    }
}
