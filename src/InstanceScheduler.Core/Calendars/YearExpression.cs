using System.Collections.Immutable;

namespace InstanceScheduler.Core.Calendars;

/// <summary>The years of a period: a comma list of years, ranges and steps, <c>2026,2028-2036/4</c>.</summary>
/// <remarks>Years are too many for the bits of a <see cref="CalendarExpression"/>, and ask for nothing but lists and ranges.</remarks>
public sealed class YearExpression
{
    private readonly ImmutableArray<YearRange> _ranges;

    private YearExpression(string text, ImmutableArray<YearRange> ranges)
    {
        Text = text;
        _ranges = ranges;
    }

    /// <summary>The expression as it was written, items separated by commas.</summary>
    public string Text { get; }

    /// <summary>First year that can match.</summary>
    public int First => _ranges.Min(range => range.First);

    /// <summary>No later year matches.</summary>
    public int Last => _ranges.Max(range => range.Last);

    /// <summary>Parses the items; each may hold several, separated by commas.</summary>
    /// <exception cref="CalendarFormatException">An item cannot be read. Every item is checked, also beside a wildcard.</exception>
    public static YearExpression Parse(IEnumerable<string> items)
    {
        var text = string.Join(',', items);
        return new YearExpression(text, [.. text.Split(',').Select(item => RangeOf(new CalendarItem(CalendarField.Years, item.Trim())))]);
    }

    /// <summary>Whether a year matches.</summary>
    public bool Contains(int year)
    {
        foreach (var range in _ranges)
            if (year >= range.First && year <= range.Last && (year - range.First) % range.Step == 0)
                return true;
        return false;
    }

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => Text;

    private static YearRange RangeOf(CalendarItem item)
    {
        if (item.IsWildcard)
            return new YearRange(CalendarField.Years.First, CalendarField.Years.Last, Step: 1);
        var (range, step) = item.Split('/') is var (stepped, by) ? (stepped, by.Number("step", 1, 99)) : (item, (int?)null);
        if (range.Split('-') is not var (from, to))
        {
            var single = range.Single().Value;
            return new YearRange(single, step is null ? single : CalendarField.Years.Last, step ?? 1);
        }

        var (first, last) = (from.Single().Value, to.Single().Value);
        return first <= last ? new YearRange(first, last, step ?? 1) : throw item.Unreadable("the range ends before it begins");
    }

    private readonly record struct YearRange(int First, int Last, int Step);
}
