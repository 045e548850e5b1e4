using System.Text.RegularExpressions;

namespace InstanceScheduler.Aws.Problems;

/// <summary>AWS's error messages without what differs each time.</summary>
internal static partial class AwsMessage
{
    private const string Anything = "*";

    /// <summary>Without the part that only AWS can decode, different for every call.</summary>
    public static string Readable(string message) => Encoded().Replace(message, "");

    /// <summary>For telling whether two messages say the same: without encoded parts, request ids, UUIDs and times.</summary>
    public static string Stable(string message) => Varying().Replace(Readable(message), Anything);

    [GeneratedRegex(@"\s*Encoded authorization failure message:?[\s-]*[A-Za-z0-9_+/=-]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Encoded();

    [GeneratedRegex(
        """
        \brequest\s?id\b\s?[:=]?\s?[a-z0-9+/=-]{8,}
        | \b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b
        | \b[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(z|[+-][0-9]{2}:?[0-9]{2})?
        | \b[0-9]{8}t[0-9]{6}z\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Varying();
}
