using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Reads the time out of EC2's state transition reason, <c>User initiated (2026-11-23 01:00:03 GMT)</c>.</summary>
internal static partial class StateTransition
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static Instant? TimeOf(string? reason)
    {
        if (string.IsNullOrEmpty(reason) || TimeInParentheses().Match(reason) is not { Success: true } match)
            return null;
        return Pattern.Parse(match.Groups["time"].Value) is { Success: true, Value: var time } ? time.InUtc().ToInstant() : null;
    }

    [GeneratedRegex(@"\((?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) GMT\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeInParentheses();
}
