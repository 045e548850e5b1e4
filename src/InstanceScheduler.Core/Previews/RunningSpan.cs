using System.Collections.Immutable;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Previews;

/// <summary>A stretch of time throughout which instances are wanted running.</summary>
/// <param name="Begin">First instant, included; where it is not known, that from which on was asked.</param>
/// <param name="End">Last instant, excluded; where it is not known, that up to which was asked.</param>
/// <param name="HasBegin">Whether it begins then.</param>
/// <param name="HasEnd">Whether it ends then.</param>
/// <param name="Reasons">Why, in order; none twice.</param>
public sealed record RunningSpan(Instant Begin, Instant End, bool HasBegin, bool HasEnd, ImmutableArray<string> Reasons)
{
    /// <summary>How far beyond what is asked for begins and ends are looked for.</summary>
    /// <remarks>So that a span is told with the same begin whenever one asks, as calendars need it.</remarks>
    public static readonly Duration Margin = Duration.FromDays(32);

    /// <summary>The spans that a stretch of time touches, whole, in order.</summary>
    /// <param name="outlook">What decides.</param>
    /// <param name="from">First instant, included.</param>
    /// <param name="to">Last instant, excluded.</param>
    public static IEnumerable<RunningSpan> Of(Outlook outlook, Instant from, Instant to)
    {
        var (first, last) = (from - Margin, to + Margin);
        RunningSpan? open = null;
        foreach (var entry in outlook.Between(first, last))
        {
            if (entry.Outcome.State == DesiredState.Running)
            {
                open = (open ?? new RunningSpan(entry.At, last, entry.Kind != PreviewKind.Holds, HasEnd: false, [])).With(entry.Explain(outlook.Schedule));
                continue;
            }

            if (open is not null && (open with { End = entry.At, HasEnd = true }).Within(from, to) is { } closed)
                yield return closed;
            open = null;
        }

        if (open?.Within(from, to) is { } unended)
            yield return unended;
    }

    private RunningSpan With(string reason) => Reasons.Contains(reason, StringComparer.Ordinal) ? this : this with { Reasons = Reasons.Add(reason) };

    private RunningSpan? Within(Instant from, Instant to) =>
        Begin < to && End > from ? this with { Begin = HasBegin ? Begin : from, End = HasEnd ? End : to } : null;
}
