using System.Text.Json;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Explaining;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Writes what is to be told of instances, and the values that it was made of.</summary>
internal static class ExplainJson
{
    /// <param name="answer">Where to.</param>
    /// <param name="instances">What is known of each, and what follows from it.</param>
    /// <param name="sentences">One for each, or one that tells that there is none.</param>
    /// <param name="problems">What is wrong, in words.</param>
    public static void Write(
        Utf8JsonWriter answer, IEnumerable<(InstanceInsight Insight, Story Story)> instances, IEnumerable<string> sentences, IEnumerable<string> problems)
    {
        answer.WriteStartObject();
        WriteTexts(answer, "Sentences", sentences);
        answer.WriteStartArray("Instances");
        foreach (var (insight, story) in instances)
        {
            answer.WriteStartObject();
            InstancesJson.WriteFields(answer, insight);
            var managed = story as ManagedStory;
            answer.WriteString("Action", managed?.Decision is { } decision ? NameOf(decision.Action) : null);
            answer.WriteString("Override", managed?.Held?.Name);
            WriteNext(answer, managed);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
        WriteTexts(answer, "Problems", problems);
        answer.WriteEndObject();
    }

    private static void WriteNext(Utf8JsonWriter answer, ManagedStory? story)
    {
        if (story?.Next is not { } next)
        {
            answer.WriteNull("Next");
            return;
        }

        answer.WriteStartObject("Next");
        answer.WriteString("At", PreviewJson.Shown(next.At, story.Schedule.Zone));
        answer.WriteString("Action", NameOf(next.Decision.Action));
        answer.WriteString("Type", next.Decision.Action == ScheduledAction.StopForResize ? next.Entry.Outcome.InstanceType : next.Decision.ResizeTo);
        answer.WriteString("Run", next.Run switch
        {
            ActingRun.Second => "second",
            ActingRun.Following => "following",
            ActingRun.Arrival => "arrival",
            _ => "first",
        });
        answer.WriteString("Reason", next.Entry.Explain(story.Schedule));
        answer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter answer, string name, IEnumerable<string> texts)
    {
        answer.WriteStartArray(name);
        foreach (var text in texts)
            answer.WriteStringValue(text);
        answer.WriteEndArray();
    }

    private static string NameOf(ScheduledAction action) => action switch
    {
        ScheduledAction.Start => "start",
        ScheduledAction.Stop => "stop",
        ScheduledAction.StopForResize => "stop_for_resize",
        _ => "none",
    };
}
