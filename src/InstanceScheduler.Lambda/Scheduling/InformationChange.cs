using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Services;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What has to change in an instance's informational tags; nothing, while they say what is true.</summary>
internal static class InformationChange
{
    private const int LongestValue = 255;

    /// <summary>Words for <c>IS-LastAction</c>.</summary>
    public static string ActionText(bool isStart, string stack, Instant instant) =>
        $"{(isStart ? "Started" : "Stopped")} by {(stack.Length == 0 ? "Instance Scheduler" : stack)} at {InstantPattern.General.Format(instant)}";

    /// <param name="present">The tags as they are.</param>
    /// <param name="action">What was just done; null: nothing.</param>
    /// <param name="cause">What is wrong with the instance now; null: nothing.</param>
    /// <param name="isUnderWay">Whether an action waits for its effect: an old problem may not be over.</param>
    public static (ImmutableArray<KeyValuePair<string, string>> Set, ImmutableArray<string> Remove) Of(
        InformationalTags present, string? action, Problem? cause, bool isUnderWay)
    {
        var set = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var remove = ImmutableArray.CreateBuilder<string>();
        if (action is not null)
            set.Add(KeyValuePair.Create(InformationalTags.LastActionKey, action));
        // By the code alone: the words of one error may differ each time.
        if (cause is not null && cause.Code != present.Error)
        {
            set.Add(KeyValuePair.Create(InformationalTags.ErrorKey, cause.Code));
            set.Add(KeyValuePair.Create(InformationalTags.ErrorMessageKey, Cut(cause.ToString())));
        }
        else if (cause is null && !isUnderWay && present is not { Error: null, ErrorMessage: null })
        {
            remove.AddRange(InformationalTags.ErrorKey, InformationalTags.ErrorMessageKey);
        }

        return (set.ToImmutable(), remove.ToImmutable());
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestValue)
            return text;
        // Half a character would be none.
        var end = char.IsHighSurrogate(text[LongestValue - 2]) ? LongestValue - 2 : LongestValue - 1;
        return text[..end] + "…";
    }
}
