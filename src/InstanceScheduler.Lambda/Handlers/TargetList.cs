using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>The targets that settings ask for: services × accounts × regions.</summary>
internal static class TargetList
{
    public static ImmutableArray<Target> Of(
        SchedulerSettings settings, ImmutableArray<ManagedAccount> accounts, string homeRegion, ProblemList problems)
    {
        if (settings.ScheduledServices.IsEmpty)
            problems.AddStanding("NothingScheduled", $"config \"scheduler\": {ServiceNames.NothingScheduled}", id: null,
                $"set it to {ServiceNames.Listed}, and check the setting CONFIG_TABLE");
        else if (accounts.IsEmpty)
            problems.AddStanding("NothingScheduled", "config \"scheduler\": schedule_lambda_account is false and no usable role is in cross_account_roles: nothing is scheduled",
                id: null, "set schedule_lambda_account to true, or name a role");
        ImmutableArray<string> wanted = settings.Regions.IsEmpty ? [homeRegion] : settings.Regions;
        ImmutableArray<string> regions = [.. wanted.Distinct(StringComparer.Ordinal).Where(region => IsReachable(region, homeRegion, problems))];
        return
        [
            .. from service in settings.ScheduledServices.Distinct(StringComparer.Ordinal)
               where IsKnown(service, problems)
               from account in accounts
               from region in regions
               select new Target(service, account.Id, region) { Role = account.Role },
        ];
    }

    private static bool IsKnown(string service, ProblemList problems)
    {
        if (ServiceNames.All.Contains(service, StringComparer.Ordinal))
            return true;
        problems.AddStanding("ServiceUnknown", $"config \"scheduler\": scheduled_services: {ServiceNames.Unknown(service)}", id: null,
            $"use {ServiceNames.Listed}");
        return false;
    }

    private static bool IsReachable(string region, string homeRegion, ProblemList problems)
    {
        if (AwsPartition.Of(region) is { } partition && partition == AwsPartition.Of(homeRegion))
            return true;
        problems.AddStanding("RegionUnknown",
            $"config \"scheduler\": regions: \"{region}\" is not a region of partition {AwsPartition.Of(homeRegion)}", id: null, "correct the list of regions");
        return false;
    }
}
