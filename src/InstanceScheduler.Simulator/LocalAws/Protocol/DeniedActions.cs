using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>What nobody may do in an account and region: <c>ssm:DescribeMaintenanceWindows</c>.</summary>
internal sealed class DeniedActions
{
    private readonly ConcurrentDictionary<(string Account, string Region, string Action), bool> _denied = new();

    public void Deny(string account, string region, string action) => _denied[(account, region, action)] = true;

    public void Allow(string account, string region, string action) => _denied.TryRemove((account, region, action), out _);

    public bool Denies(CallScope scope, string action) => _denied.ContainsKey((scope.Account, scope.Region, action));

    /// <summary>The sentence with which AWS refuses what no policy allows.</summary>
    /// <param name="resource">An ARN.</param>
    /// <param name="action">As the service spells it.</param>
    public static string Sentence(CallScope scope, string action, string resource) =>
        $"User: {scope.Caller} is not authorized to perform: {action} on resource: {resource} " +
        $"because no identity-based policy allows the {action} action";
}
