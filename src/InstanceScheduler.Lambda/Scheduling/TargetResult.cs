using System.Collections.Immutable;
using InstanceScheduler.Aws;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What a run attempted on one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Started">Ids and their schedules.</param>
/// <param name="Stopped">Ids and their schedules.</param>
internal sealed record TargetResult(
    Target Target, ImmutableArray<(string Id, string Schedule)> Started, ImmutableArray<(string Id, string Schedule)> Stopped)
{
    public static TargetResult Quiet(Target target) => new(target, [], []);
}
