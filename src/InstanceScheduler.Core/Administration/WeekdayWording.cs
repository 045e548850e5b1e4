using System.Globalization;

namespace InstanceScheduler.Core.Administration;

/// <summary>Says what is wrong with an item of the weekdays in the words of v1.3, which scripts may look for.</summary>
internal static class WeekdayWording
{
    private const char Step = '/';
    private const char Occurrence = '#';
    private const int HighestOccurrence = 5;

    /// <param name="item">The item that cannot be read, without blanks round it.</param>
    /// <param name="entries">What was given, in which it stands with its blanks.</param>
    public static string Of(string item, IEnumerable<string> entries) =>
        (item.Contains(Step, StringComparison.Ordinal) ? OfStep(item) : OfOccurrence(item))
        ?? $"\"{entries.SelectMany(entry => entry.Split(',')).First(written => written.Trim() == item)}\" is an unknown value";

    private static string? OfStep(string item)
    {
        if (item.Split(Step) is not [_, var written])
            return null;
        return Number(written) is not { } step ? $"Increment value must be an integer value ({written})"
            : step <= 0 ? $"Increment value must be > 0 ({step})"
            : null;
    }

    private static string? OfOccurrence(string item)
    {
        if (item.Split(Occurrence) is not [_, var written])
            return null;
        return Number(written) is not { } occurrence ? $"Number value must be an integer value ({written})"
            : occurrence is < 1 or > HighestOccurrence ? $"Number value must be in range 1-5 ({written})"
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
