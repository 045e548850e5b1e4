using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Makes the fewest spans of a list that say the same.</summary>
internal static class PowerSpans
{
    /// <summary>Cuts spans to a period, drops what is empty, and joins neighbours that differ in nothing but their times.</summary>
    /// <exception cref="ArgumentException">Two spans overlap or are out of order: hours would be counted twice.</exception>
    public static IReadOnlyList<PowerSpan> Within(Instant start, Instant end, IEnumerable<PowerSpan> spans)
    {
        var merged = new List<PowerSpan>();
        foreach (var span in spans.Select(span => Cut(span, start, end)).Where(span => span.Length > Duration.Zero))
        {
            if (merged.Count > 0 && span.From < merged[^1].To)
            {
                throw new ArgumentException($"The span from {span.From} begins before the one from {merged[^1].From} ends.", nameof(spans));
            }

            if (merged.Count > 0 && merged[^1] with { From = span.From, To = span.To } == span && merged[^1].To == span.From)
            {
                merged[^1] = merged[^1] with { To = span.To };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static PowerSpan Cut(PowerSpan span, Instant start, Instant end)
    {
        var from = Instant.Max(span.From, start);
        return span with { From = from, To = Instant.Max(from, Instant.Min(span.To, end)) };
    }
}
