using System.Globalization;
using System.Text.RegularExpressions;
using InstanceScheduler.Vectors.Tests.Cases;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Our tag templates told a second time, by patterns.</summary>
public static partial class TagModel
{
    /// <summary>Keys as written, blanks included.</summary>
    public static IEnumerable<string> KeysOf(TagCase vector) =>
        Tags().Split(vector.Template ?? "").Where(tag => tag.Contains('=')).Select(tag => tag.Split('=')[0]);

    public static bool IsReserved(string key) => Reserved().IsMatch(key);

    /// <summary>Trimmed keys with the last of their values, in the order of their first; reserved and empty ones left out.</summary>
    public static string Expected(TagCase vector) => TagCase.Join(Tags().Split(vector.Template ?? "")
        .Where(tag => tag.Contains('='))
        .Select(tag => tag.Split('=', 2))
        .Select(parts => KeyValuePair.Create(parts[0].Trim(), Fill(parts[1], vector)))
        .Where(tag => tag.Key.Length > 0 && !IsReserved(tag.Key))
        .GroupBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(group => group.Last()));

    private static string Fill(string value, TagCase vector)
    {
        var now = vector.Now.ToDateTimeUtc();
        return Variable().Replace(value.Replace("{scheduler}", vector.Stack, StringComparison.Ordinal), match => match.Groups["name"].Value switch
        {
            "year" => now.ToString("yyyy", CultureInfo.InvariantCulture),
            "month" => now.ToString("MM", CultureInfo.InvariantCulture),
            "day" => now.ToString("dd", CultureInfo.InvariantCulture),
            "hour" => now.ToString("HH", CultureInfo.InvariantCulture),
            "minute" => now.ToString("mm", CultureInfo.InvariantCulture),
            _ => "UTC",
        });
    }

    // The commas before which a tag ends: an equals sign follows sooner than the next comma.
    [GeneratedRegex(",(?=[^,=]*=)")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^\s*(aws|cloudformation):", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"\{(?<name>year|month|day|hour|minute|timezone)\}")]
    private static partial Regex Variable();
}
