using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Finds ids of instances in AWS's error messages.</summary>
internal static partial class InstanceIds
{
    /// <summary>Those of the ids that the message names.</summary>
    public static ImmutableArray<string> NamedIn(Exception failure, ImmutableArray<string> ids)
    {
        var named = InstanceId().Matches(failure.Message).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 ? [] : [.. ids.Where(named.Contains)];
    }

    [GeneratedRegex("i-[0-9a-f]{8,17}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceId();
}
