using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>DescribeVolumes, whole or page by page.</summary>
internal static partial class VolumeListing
{
    private const string Action = "ec2:DescribeVolumes";

    private static readonly InstanceQuery AllInstances = new([]);

    public static int Describe(FleetRegion region, QueryParameters input, XmlBuffer output)
    {
        if (region.Denies(Action))
        {
            throw InstanceErrors.Unauthorized(region, Action, null);
        }

        var filters = input.Structures("Filter", "Name")
            .Select(prefix => new VolumeFilter(input[prefix + ".Name"]!, input.List(prefix + ".Value"), region))
            .ToArray();
        var pageSize = ListingPage.Size(input);
        var (ids, after) = (input.List("VolumeId"), ListingPage.After(input));
        var volumes = Volumes(region);
        if (ids.Count > 0)
        {
            ListingPage.EnsureNone(pageSize, "volumeSet");
            volumes = Named(volumes, ids);
        }

        var matching = volumes.Where(v => v.Sequence > after && Array.TrueForAll(filters, f => f.Matches(v))).ToArray();
        var page = matching[..Math.Min(pageSize ?? int.MaxValue, matching.Length)];
        output.Raw("<volumeSet>"u8);
        VolumeXml.Write(output, region, page);
        output.Raw("</volumeSet>"u8);
        if (page.Length < matching.Length)
        {
            output.Element("nextToken"u8, ListingPage.Token(page[^1].Sequence));
        }

        return page.Length;
    }

    // Volumes go with their instance, at its termination.
    private static IEnumerable<VolumeView> Volumes(FleetRegion region) => region.List(AllInstances, 0, int.MaxValue).Views
        .Where(view => view.State != PowerState.Terminated)
        .SelectMany(view => InstanceVolume.Of(view.Instance).Select((volume, i) => new VolumeView(view, volume, (view.Sequence * 2) + i)));

    private static VolumeView[] Named(IEnumerable<VolumeView> volumes, IReadOnlyList<string> ids)
    {
        if (ids.FirstOrDefault(id => !VolumeId().IsMatch(id)) is { } malformed)
        {
            throw new AwsException(
                "InvalidParameterValue", $"Value ({malformed}) for parameter volumeId is invalid. Expected: 'vol-...'.");
        }

        var byId = volumes.ToLookup(v => v.Volume.Id, StringComparer.Ordinal);
        return ids.FirstOrDefault(id => !byId.Contains(id)) is { } unknown
            ? throw new AwsException("InvalidVolume.NotFound", $"The volume '{unknown}' does not exist.")
            : [.. ids.Distinct(StringComparer.Ordinal).SelectMany(id => byId[id])];
    }

    [GeneratedRegex("^vol-(?:[0-9a-f]{8}|[0-9a-f]{17})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VolumeId();
}
