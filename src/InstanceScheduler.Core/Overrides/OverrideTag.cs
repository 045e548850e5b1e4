using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Overrides;

/// <summary>The tag with which people override the schedule of one instance: <c>running until 2026-11-25T22:00+08:00</c>.</summary>
public static class OverrideTag
{
    /// <summary>What the tag's key has more than that of the schedule tag.</summary>
    public const string Suffix = "-Override";

    /// <summary>How it should be written, for errors.</summary>
    public const string Examples = "\"running until 2026-11-25T22:00+08:00\" or \"stopped until 2026-11-25\"";

    /// <summary>Key of the tag.</summary>
    /// <param name="tagName">Key of the schedule tag.</param>
    public static string KeyFor(string tagName) => tagName + Suffix;

    /// <summary>Reads a tag; null where its text is none of ours. Words count without regard to case.</summary>
    /// <param name="key">Key of the tag.</param>
    /// <param name="text">Its value.</param>
    /// <param name="instance">Id of its instance.</param>
    /// <param name="zone">Zone of a time without an offset.</param>
    public static TimedOverride? TryParse(string key, string text, string instance, DateTimeZone zone)
    {
        string[] words = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is not [var state, var until, var moment] || !until.Equals("until", StringComparison.OrdinalIgnoreCase)
            || StateOf(state) is not { } wanted || WrittenMoment.TryParse(moment) is not { } end)
            return null;
        return new TimedOverride { Name = key, Scope = OverrideScope.Tag, Subject = instance, State = wanted, End = end.ToEnd(zone) };
    }

    /// <summary>The state of a word without regard to case; null for any other word.</summary>
    internal static OverrideStatus? StateOf(string word) =>
        word.Equals("running", StringComparison.OrdinalIgnoreCase) ? OverrideStatus.Running
        : word.Equals("stopped", StringComparison.OrdinalIgnoreCase) ? OverrideStatus.Stopped
        : null;
}
