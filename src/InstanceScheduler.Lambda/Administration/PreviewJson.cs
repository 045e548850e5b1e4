using System.Text.Json;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Writes a preview; times are those of the schedules' clocks, with their offsets.</summary>
internal static class PreviewJson
{
    private const string Remedy = "ask for fewer days, or for one schedule";

    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<Z+HH:mm>");

    /// <param name="answer">Where to.</param>
    /// <param name="range">What it is about.</param>
    /// <param name="entries">The transitions; written by time, then by schedule.</param>
    /// <param name="spans">Of what the stretches of running are written too; null: they are not.</param>
    /// <param name="notes">What is to be known beside them.</param>
    public static void Write(
        Utf8JsonWriter answer, PreviewRange range, IEnumerable<(Outlook Outlook, PreviewEntry Entry)> entries, IEnumerable<Outlook>? spans, IEnumerable<string> notes)
    {
        answer.WriteStartObject();
        answer.WriteString("From", Shown(range.From, DateTimeZone.Utc));
        answer.WriteString("To", Shown(range.To, DateTimeZone.Utc));
        answer.WriteStartArray("Transitions");
        foreach (var (outlook, entry) in entries.OrderBy(one => one.Entry.At).ThenBy(one => one.Outlook.Schedule.Name, StringComparer.Ordinal))
            Write(answer, outlook, entry);
        answer.WriteEndArray();
        if (spans is not null)
            WriteSpans(answer, range, spans);
        answer.WriteStartArray("Notes");
        foreach (var note in notes)
            answer.WriteStringValue(note);
        answer.WriteEndArray();
        answer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter answer, Outlook outlook, PreviewEntry entry)
    {
        var (schedule, outcome) = (outlook.Schedule, entry.Outcome);
        answer.WriteStartObject();
        answer.WriteString("At", Shown(entry.At, schedule.Zone));
        answer.WriteString("Zone", schedule.Zone.Id);
        WriteSubject(answer, outlook);
        answer.WriteString("Kind", entry.Kind switch { PreviewKind.Holds => "holds", PreviewKind.Changes => "changes", _ => "stops-again" });
        answer.WriteString("State", InstanceInsight.NameOf(outcome.State));
        answer.WriteString("Period", outcome.Cause is OutcomeCause.TimedOverride or OutcomeCause.MaintenanceWindow ? null : outcome.Period);
        answer.WriteString("Type", outcome.InstanceType);
        answer.WriteString("Override", entry.Held?.Name);
        answer.WriteString("Reason", entry.Explain(schedule));
        answer.WriteEndObject();
        AnswerSize.Check(answer, Remedy);
    }

    private static void WriteSpans(Utf8JsonWriter answer, PreviewRange range, IEnumerable<Outlook> outlooks)
    {
        answer.WriteStartArray("Spans");
        foreach (var outlook in outlooks)
            foreach (var span in RunningSpan.Of(outlook, range.From, range.To))
            {
                answer.WriteStartObject();
                WriteSubject(answer, outlook);
                answer.WriteString("Begin", Shown(span.Begin, DateTimeZone.Utc));
                answer.WriteString("End", Shown(span.End, DateTimeZone.Utc));
                answer.WriteBoolean(nameof(span.HasBegin), span.HasBegin);
                answer.WriteBoolean(nameof(span.HasEnd), span.HasEnd);
                answer.WriteString("Reason", string.Join("; ", span.Reasons));
                answer.WriteEndObject();
                AnswerSize.Check(answer, Remedy);
            }

        answer.WriteEndArray();
    }

    private static void WriteSubject(Utf8JsonWriter answer, Outlook outlook)
    {
        answer.WriteString("Schedule", outlook.Schedule.Name);
        answer.WriteString("Instance", outlook.Subject.Instance is { Length: > 0 } instance ? instance : null);
    }

    /// <summary>A moment on a clock, with its offset.</summary>
    public static string Shown(Instant instant, DateTimeZone zone) => Pattern.Format(instant.InZone(zone).ToOffsetDateTime());
}
