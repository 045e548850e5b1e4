using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Tells why the function never decided about an instance, database or cluster.</summary>
internal sealed class WhyUnmanaged(SchedulerConfiguration configuration, string hubAccount, string hubRegion)
{
    public string TagName => configuration.Settings.TagName;

    /// <summary>Why the function does not even list an instance that was meant to be managed; null when it does, or when it was not.</summary>
    public string? Unheard(FleetResource resource)
    {
        var isMeant = resource.Tags.Any(tag => string.Equals(tag.Key, TagName, StringComparison.OrdinalIgnoreCase));
        var isListed = resource.Tag(TagName) is not null && WhyUnlisted(resource) is null;
        return isMeant && resource.IsAlive && !isListed ? Of(resource) : null;
    }

    /// <summary>The first thing that keeps an instance from being managed, with the setting to look at.</summary>
    public string Of(FleetResource resource)
    {
        if (resource.Tag(TagName) is not { } schedule)
            return resource.Tags.FirstOrDefault(tag => string.Equals(tag.Key, TagName, StringComparison.OrdinalIgnoreCase)) is { } similar
                ? $"its tag is \"{similar.Key}\", and tagname of config \"scheduler\" is \"{TagName}\""
                : WhyUntagged(resource) ?? $"it has no tag \"{TagName}\"";
        if (string.IsNullOrWhiteSpace(schedule))
            return $"its tag \"{TagName}\" is empty";
        if (!resource.IsAlive)
            return resource.Kind == FleetKind.Instance ? "it is terminated" : "it is being deleted";
        return WhyUnlisted(resource) ?? WhyNever(resource)
            ?? (configuration.IsIgnored(schedule.Trim()) ? $"its tag says {ReservedTags.Explain(schedule.Trim())}"
                : configuration.ScheduleOf(schedule.Trim()) is not null ? "see the problems" : configuration.WhyUnusable(schedule.Trim()));
    }

    private ImmutableArray<string> Regions => configuration.Settings.Regions.IsEmpty ? [hubRegion] : configuration.Settings.Regions;

    private string? WhyUnlisted(FleetResource resource)
    {
        var settings = configuration.Settings;
        if (resource.Account != hubAccount)
            return $"it belongs to account {resource.Account}, and this version schedules the function's own account {hubAccount} only";
        if (!settings.ScheduleLambdaAccount)
            return "schedule_lambda_account of config \"scheduler\" is false";
        if (!settings.ScheduledServices.Contains(resource.Kind.Service(), StringComparer.Ordinal))
            return $"scheduled_services of config \"scheduler\" does not name {resource.Kind.Service()}";
        if (resource.Kind == FleetKind.Cluster && !settings.ScheduleClusters)
            return "schedule_clusters of config \"scheduler\" is false";
        return Regions.Contains(resource.Region, StringComparer.Ordinal) ? null
            : $"region {resource.Region} is not among the regions of config \"scheduler\": {string.Join(", ", Regions)}";
    }

    private static string? WhyUntagged(FleetResource resource) =>
        resource is FleetDatabase { ClusterId: { } cluster } ? $"it is a member of the cluster \"{cluster}\", whose own tag counts" : null;

    // What AWS stops for nobody; the function reports these with a remedy.
    private static string? WhyNever(FleetResource resource) => resource switch
    {
        FleetInstance { AutoScalingGroup: { } group } => $"it belongs to the Auto Scaling group \"{group}\"",
        FleetDatabase { ClusterId: { } cluster } => $"it is a member of the cluster \"{cluster}\", which starts and stops as a whole",
        FleetDatabase { IsReplica: true } => "it is a read replica",
        FleetDatabase { Replicas.Count: > 0 } or FleetDatabase { ReplicaClusters.Count: > 0 } => "it has read replicas",
        FleetDatabase { IsSqlServer: true, MultiAz: true } => "it is SQL Server in several availability zones",
        _ => null,
    };
}
