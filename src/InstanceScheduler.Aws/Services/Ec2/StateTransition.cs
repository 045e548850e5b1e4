using System.Globalization;
using NodaTime;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Reads the time out of EC2's state transition reason, <c>User initiated (2026-11-23 01:00:03 GMT)</c>.</summary>
internal static class StateTransition
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";
    private const string Suffix = " GMT)";

    public static Instant? TimeOf(ReadOnlySpan<char> text)
    {
        // Without a regular expression: a listing reads a hundred thousand of them.
        var end = text.IndexOf(Suffix, StringComparison.Ordinal);
        var begin = end - Format.Length;
        return begin > 0 && text[begin - 1] == '('
            && DateTime.TryParseExact(text[begin..end], Format, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? Instant.FromDateTimeUtc(time)
            : null;
    }
}
