using System.Text.RegularExpressions;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>The partitions of AWS, told by the names of their regions.</summary>
internal static partial class AwsPartition
{
    /// <summary><c>aws-cn</c>, <c>aws-us-gov</c> or <c>aws</c>; null when the name is not that of a region.</summary>
    /// <remarks>Works for regions that are younger than this code: credentials never reach over a partition, names may.</remarks>
    public static string? Of(string region) => !RegionName().IsMatch(region) ? null
        : region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionName();
}
