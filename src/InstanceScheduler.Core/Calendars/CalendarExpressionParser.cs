using System.Collections.Immutable;

namespace InstanceScheduler.Core.Calendars;

/// <summary>Reads the calendar grammar: comma lists of values, ranges, steps, wildcards, and the terms that depend on the month.</summary>
public static class CalendarExpressionParser
{
    private const int HighestOccurrence = 5;
    private const int ShortestMonth = 28;

    /// <summary>Parses the items of one field.</summary>
    /// <param name="field">Which field they belong to.</param>
    /// <param name="items">Items; each may hold several, separated by commas.</param>
    /// <exception cref="CalendarFormatException">An item cannot be read. Every item is checked, also beside a wildcard.</exception>
    public static CalendarExpression Parse(CalendarField field, IEnumerable<string> items) => Parse(field, string.Join(',', items));

    /// <summary>Parses the items of one field.</summary>
    /// <param name="field">Which field they belong to.</param>
    /// <param name="text">The items, separated by commas.</param>
    /// <exception cref="CalendarFormatException">An item cannot be read. Every item is checked, also beside a wildcard.</exception>
    public static CalendarExpression Parse(CalendarField field, string text)
    {
        uint fixedValues = 0;
        var words = DayWords.None;
        var hasWildcard = false;
        var datedTerms = ImmutableArray.CreateBuilder<DatedTerm>();
        foreach (var written in text.Split(','))
        {
            var item = new CalendarItem(field, written.Trim());
            if (item.IsWildcard)
            {
                fixedValues |= Range(field.First, field.Last, field, 1);
                hasWildcard = true;
            }
            else if (item.DayWord is { } word)
            {
                words |= word;
            }
            else if (item.Split('#') is var (weekday, occurrence) && field.HasOccurrences)
                datedTerms.Add(new NthWeekday(weekday.Single().Value, occurrence.Number("occurrence", 1, HighestOccurrence)));
            else if (field.HasOccurrences && item.WithoutSuffix('L') is { } lastOf)
                datedTerms.Add(new LastWeekday(lastOf.Single().Value));
            else if (field.HasNearestWorkday && item.WithoutSuffix('W') is { } nearTo)
                datedTerms.Add(new NearestWorkday(nearTo.Number("day", field.First, field.Last)));
            else
                fixedValues |= RangeOf(item, datedTerms);
        }

        return new CalendarExpression(field, text, fixedValues, datedTerms.ToImmutable(), words, hasWildcard);
    }

    private static uint RangeOf(CalendarItem item, ImmutableArray<DatedTerm>.Builder datedTerms)
    {
        var field = item.Field;
        var step = 1;
        var range = item;
        var hasStep = false;
        if (item.Split('/') is var (stepped, by))
        {
            (range, step, hasStep) = (stepped, by.Number("step", 1, 99), true);
        }

        CalendarAtom begin, end;
        if (range.Split('-') is var (from, to))
        {
            (begin, end) = (from.Single(), to.Single());
            if (!begin.MayRangeWith(end))
                throw item.Unreadable("a range joins two names or two numbers");
        }
        else
        {
            begin = range.Single();
            end = hasStep ? new CalendarAtom(field.Last, IsMonthEnd: field.LastIsMonthEnd) : begin;
        }

        if (begin.IsMonthEnd)
        {
            if (!end.IsMonthEnd && end.Value < ShortestMonth)
                throw item.Unreadable("the range ends before it begins");
            datedTerms.Add(new LastDayOfMonth(end.Value));
            return 0;
        }

        if (begin.Value > end.Value && !field.RangesWrap)
            throw item.Unreadable("the range ends before it begins");
        return Range(begin.Value, end.Value, field, step);
    }

    private static uint Range(int begin, int end, CalendarField field, int step)
    {
        var size = field.Last - field.First + 1;
        var count = (end - begin + size) % size;
        uint values = 0;
        for (var i = 0; i <= count; i += step)
            values |= 1u << ((begin - field.First + i) % size + field.First);
        return values;
    }
}
