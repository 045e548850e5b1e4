using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Names of zones: <c>cn-north-1a</c>, local zones (<c>us-west-2-lax-1a</c>) and wavelength zones (<c>us-east-1-wl1-bos-wlz-1</c>).</summary>
internal static partial class AvailabilityZones
{
    /// <summary>The region a zone lies in, or null when the name is not one of a zone (a region's own name is none).</summary>
    public static string? RegionOf(string zone) => ZoneName().Match(zone) is { Success: true } match ? match.Groups["region"].Value : null;

    [GeneratedRegex(@"\A(?<region>[a-z]{2,}(-[a-z]+)+-[0-9]+)([a-z]|(-[a-z0-9]+)+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneName();
}
