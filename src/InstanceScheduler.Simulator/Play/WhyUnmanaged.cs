using System.Collections.Immutable;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Tells why the function never decided about an instance.</summary>
internal sealed class WhyUnmanaged(SchedulerConfiguration configuration, string hubAccount, string hubRegion)
{
    public string TagName => configuration.Settings.TagName;

    /// <summary>Why the function does not even list an instance that was meant to be managed; null when it does, or when it was not.</summary>
    public string? Unheard(FleetInstance instance)
    {
        var isMeant = instance.Tags.Any(tag => string.Equals(tag.Key, TagName, StringComparison.OrdinalIgnoreCase));
        return isMeant && IsAlive(instance) && !IsListed(instance) ? Of(instance) : null;
    }

    /// <summary>The first thing that keeps an instance from being managed, with the setting to look at.</summary>
    public string Of(FleetInstance instance)
    {
        var settings = configuration.Settings;
        if (instance.Tag(TagName) is not { } schedule)
            return instance.Tags.FirstOrDefault(tag => string.Equals(tag.Key, TagName, StringComparison.OrdinalIgnoreCase)) is { } similar
                ? $"its tag is \"{similar.Key}\", and tagname of config \"scheduler\" is \"{TagName}\""
                : $"it has no tag \"{TagName}\"";
        if (string.IsNullOrWhiteSpace(schedule))
            return $"its tag \"{TagName}\" is empty";
        if (!IsAlive(instance))
            return "it is terminated";
        if (instance.Account != hubAccount)
            return $"it belongs to account {instance.Account}, and this version schedules the function's own account {hubAccount} only";
        if (!settings.ScheduleLambdaAccount)
            return "schedule_lambda_account of config \"scheduler\" is false";
        if (!settings.ScheduledServices.Contains(Ec2Service.ServiceName, StringComparer.Ordinal))
            return "scheduled_services of config \"scheduler\" does not name ec2";
        var regions = Regions;
        if (!regions.Contains(instance.Region, StringComparer.Ordinal))
            return $"region {instance.Region} is not among the regions of config \"scheduler\": {string.Join(", ", regions)}";
        return configuration.Schedules.ContainsKey(schedule.Trim()) ? "see the problems" : configuration.WhyUnusable(schedule.Trim());
    }

    private ImmutableArray<string> Regions => configuration.Settings.Regions.IsEmpty ? [hubRegion] : configuration.Settings.Regions;

    private static bool IsAlive(FleetInstance instance) => instance.State is not ("terminated" or "shutting-down");

    private bool IsListed(FleetInstance instance) =>
        instance.Tag(TagName) is not null && instance.Account == hubAccount && configuration.Settings.ScheduleLambdaAccount
        && configuration.Settings.ScheduledServices.Contains(Ec2Service.ServiceName, StringComparer.Ordinal)
        && Regions.Contains(instance.Region, StringComparer.Ordinal);
}
