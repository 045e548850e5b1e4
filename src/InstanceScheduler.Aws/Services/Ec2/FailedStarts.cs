using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Tells why instances are stopped again whose start AWS had accepted.</summary>
/// <remarks>One problem per cause, and per key where a key may be the cause.</remarks>
internal sealed class FailedStarts(VolumeKeys volumes)
{
    public const string Code = "StartFellBack";

    /// <summary>A client error without a further word: hardly ever anything but a key that the starting role may not use.</summary>
    private const string KeyError = "Client.InternalError";

    public async Task<ImmutableArray<Problem>> ExplainAsync(ImmutableArray<ManagedInstance> instances, RunDeadline deadline)
    {
        var byKey = instances.Where(instance => CodeOf(instance) == KeyError).ToImmutableArray();
        var others = instances.RemoveAll(instance => CodeOf(instance) == KeyError)
            .GroupBy(CodeOf, StringComparer.Ordinal)
            .Select(cause => ProblemOf([.. cause], FailedStartRemedy.For(cause.Key)));
        return byKey.IsEmpty ? [.. others] : [.. await ExplainByKeyAsync(byKey, deadline), .. others];
    }

    private async Task<IEnumerable<Problem>> ExplainByKeyAsync(ImmutableArray<ManagedInstance> instances, RunDeadline deadline)
    {
        var (keys, failure) = await volumes.FindAsync([.. instances.Select(instance => instance.Id)], deadline);
        return instances
            .GroupBy(instance => keys.TryGetValue(instance.Id, out var own) ? string.Join(" and ", own) : "", StringComparer.Ordinal)
            .Select(cause => ProblemOf([.. cause],
                cause.Key.Length > 0 ? FailedStartRemedy.ForKeys(cause.Key)
                : failure is null ? FailedStartRemedy.WithoutKeys
                : FailedStartRemedy.ForUnknownKeys(AwsFailure.CodeOf(failure))));
    }

    private static Problem ProblemOf(ImmutableArray<ManagedInstance> instances, FailedStartRemedy remedy) => new(
        Code, $"started, and fell back to stopped{ReasonOf(instances[0])}", [.. instances.Select(instance => instance.Id)],
        remedy.Text, remedy.IsStanding);

    // Behind an internal error AWS may name the true cause in front of its words.
    private static string CodeOf(ManagedInstance instance) => instance switch
    {
        { StateReason: "Server.InternalError", StateReasonMessage: { } words } when words.StartsWith("Client.", StringComparison.Ordinal) => words.Split(':')[0],
        _ => instance.StateReason ?? "",
    };

    // AWS repeats the code in front of its words, mostly.
    private static string ReasonOf(ManagedInstance instance) => (instance.StateReason, instance.StateReasonMessage) switch
    {
        (null, null) => ", AWS gives no reason",
        (var code, null or "") => $": {code}",
        (null, var words) => $": {words}",
        var (code, words) => words.StartsWith(code, StringComparison.Ordinal) ? $": {words}" : $": {code}: {words}",
    };
}
