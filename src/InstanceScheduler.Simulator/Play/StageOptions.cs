using System.Text.Json;
using Amazon;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws;

namespace InstanceScheduler.Simulator.Play;

/// <summary>The AWS that a fleet lives in.</summary>
internal static class StageOptions
{
    /// <summary>The hub is the account that most of the fleet belongs to, in the first of its regions.</summary>
    /// <param name="fleet">At least one resource.</param>
    /// <param name="config">Items of the configuration table.</param>
    public static LocalAwsOptions Of(FleetReading fleet, IReadOnlyList<JsonElement> config)
    {
        var resources = fleet.Resources.ToList();
        var hub = resources.GroupBy(resource => resource.Account, StringComparer.Ordinal)
            .OrderByDescending(account => account.Count()).ThenBy(account => account.Key, StringComparer.Ordinal).First();
        return new LocalAwsOptions
        {
            HubAccount = hub.Key,
            HubRegion = hub.Select(resource => resource.Region).Order(StringComparer.Ordinal).First(),
            Regions = [.. resources.Select(resource => resource.Region).Union(RealRegions(config), StringComparer.Ordinal)],
            CallsKept = 0,
        };
    }

    // A region without instances exists all the same, and one that is misspelt does not.
    private static IEnumerable<string> RealRegions(IReadOnlyList<JsonElement> config) => RawConfiguration.Read(config).Settings.Regions
        .Intersect(RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName), StringComparer.Ordinal);
}
