using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>The targets that settings ask for: services × accounts × regions.</summary>
internal static class TargetList
{
    public static ImmutableArray<Target> Of(SchedulerSettings settings, string account, string homeRegion, ProblemList problems)
    {
        if (!settings.CrossAccountRoles.IsEmpty)
            problems.Add(new Problem("CrossAccountUnavailable", $"{settings.CrossAccountRoles.Length} cross-account roles are configured, and this version schedules its own account only", [], IsStanding: true) { Severity = ProblemSeverity.Error });
        if (settings.ScheduledServices.IsEmpty)
            problems.AddStanding("NothingScheduled", "config \"scheduler\": scheduled_services is empty, or the item does not exist: nothing is scheduled", id: null,
                "set it to ec2, rds, and check the setting CONFIG_TABLE");
        if (!settings.ScheduleLambdaAccount)
            return [];
        ImmutableArray<string> regions = settings.Regions.IsEmpty ? [homeRegion] : settings.Regions;
        return
        [
            .. from service in settings.ScheduledServices.Distinct(StringComparer.Ordinal)
               where IsKnown(service, problems)
               from region in regions.Distinct(StringComparer.Ordinal)
               where IsReachable(region, homeRegion, problems)
               select new Target(service, account, region),
        ];
    }

    private static bool IsKnown(string service, ProblemList problems)
    {
        if (TargetRunner.Services.Contains(service, StringComparer.Ordinal))
            return true;
        problems.AddStanding("ServiceUnknown", $"config \"scheduler\": scheduled_services: \"{service}\" is not known", id: null,
            $"use {string.Join(", ", TargetRunner.Services)}");
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
