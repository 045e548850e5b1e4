using System.Globalization;

namespace InstanceScheduler.Aws.Retry;

/// <summary>How long to wait between attempts: setting <c>BOTO_RETRY</c>, <c>first,increment,maximum,factor</c>.</summary>
/// <param name="First">Wait before the second attempt.</param>
/// <param name="Increment">Added before each further one.</param>
/// <param name="Maximum">Longest wait before the random part.</param>
/// <param name="Factor">Random part: each wait is varied by up to this share of it, both ways.</param>
internal sealed record RetrySettings(TimeSpan First, TimeSpan Increment, TimeSpan Maximum, double Factor)
{
    // Zeros are valid in the setting, and must not turn an error that stays into a flood of calls.
    private const double ShortestSeconds = 0.1;

    public static readonly RetrySettings Default = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), 0.4);

    /// <summary>Reads the setting; null when it is not four numbers in sensible ranges.</summary>
    public static RetrySettings? TryParse(string text)
    {
        var numbers = text.Split(',')
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToArray();
        return numbers is [>= 0 and <= 3600 and var first, >= 0 and <= 3600 and var increment, >= 0 and <= 3600 and var maximum, >= 0 and <= 1 and var factor]
            ? new RetrySettings(TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(increment), TimeSpan.FromSeconds(maximum), factor)
            : null;
    }

    /// <summary>Wait before attempt number <paramref name="attempt"/> + 2, for a random number from 0 to 1; never less than a tenth of a second.</summary>
    public TimeSpan Delay(int attempt, double random)
    {
        var seconds = Math.Min(First.TotalSeconds + Increment.TotalSeconds * attempt, Maximum.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(seconds * (1 + Factor * (2 * random - 1)), ShortestSeconds));
    }
}
