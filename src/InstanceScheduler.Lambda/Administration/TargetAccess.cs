using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Handlers;
using InstanceScheduler.Lambda.Scheduling;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>The targets of the present configuration, and the way to their accounts: as ticks find them.</summary>
internal sealed class TargetAccess(FunctionEnvironment environment, AwsClients clients, ManagedAccounts accounts, AssumedRoles roles)
{
    /// <param name="settings">The settings.</param>
    /// <param name="invocation">The invocation.</param>
    /// <param name="problems">Gets what keeps targets from being found.</param>
    public async Task<ImmutableArray<Target>> ListAsync(SchedulerSettings settings, Invocation invocation, ProblemList problems)
    {
        var managed = await accounts.ListAsync(settings, invocation.Settings.Account, invocation.Retry, invocation.Acting);
        problems.AddRange(managed.Problems);
        return TargetList.Of(settings, managed.Accounts, environment.Region, problems);
    }

    /// <summary>Assumes the target's role, where it has one; what AWS refuses is thrown as it came.</summary>
    public async Task<AccountAccess> ReachAsync(Target target, Invocation invocation)
    {
        var retry = invocation.Retry;
        if (target.Role is not { } role)
            return new AccountAccess(clients, retry);
        var credentials = await roles.AssumeAsync(role, TargetRunner.SessionFor(target, invocation.Settings.ExternalId), retry, invocation.Acting);
        return new AccountAccess(clients.As(credentials), retry.With(credentials));
    }
}
