using System.Collections.Immutable;

namespace InstanceScheduler.Core.Calendars;

/// <summary>One of the three date conditions of a period, described as data: its values, names and special signs.</summary>
/// <remarks>The grammar reads every field the same way; a field only says what exists in it.</remarks>
public sealed record CalendarField
{
    /// <summary>Days of the week, 0 (Monday) to 6 (Sunday). Ranges wrap; <c>#n</c> and a trailing <c>L</c> ask for one of the month.</summary>
    public static readonly CalendarField Weekdays = new()
    {
        Name = "weekdays",
        First = 0,
        Last = 6,
        Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        RangesWrap = true,
        LastSigns = "$L",
        HasOccurrences = true,
        HasDayWords = true,
    };

    /// <summary>Days of the month, 1 to 31. <c>L</c> is the month's last day, <c>25W</c> the working day nearest to the 25th.</summary>
    public static readonly CalendarField MonthDays = new()
    {
        Name = "monthdays",
        First = 1,
        Last = 31,
        LastSigns = "$L",
        LastIsMonthEnd = true,
        HasNearestWorkday = true,
    };

    /// <summary>Months, 1 (January) to 12. Ranges wrap round the year.</summary>
    public static readonly CalendarField Months = new()
    {
        Name = "months",
        First = 1,
        Last = 12,
        Names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        RangesWrap = true,
        LastSigns = "$",
    };

    /// <summary>Years of the Gregorian calendar, 1970 to 2199; read as a <see cref="YearExpression"/>.</summary>
    public static readonly CalendarField Years = new()
    {
        Name = "years",
        First = DateRange.FirstYear,
        Last = DateRange.LastYear,
        LastSigns = "",
        Digits = 4,
    };

    private CalendarField()
    {
    }

    /// <summary>Attribute name in the configuration table.</summary>
    public required string Name { get; init; }

    /// <summary>Lowest value, included; also what <c>^</c> stands for.</summary>
    public required int First { get; init; }

    /// <summary>Highest value, included.</summary>
    public required int Last { get; init; }

    /// <summary>Full lower-case names in the order of the values; empty when the field knows numbers only.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Whether a range may run over the last value back to the first (<c>fri-mon</c>).</summary>
    public bool RangesWrap { get; init; }

    /// <summary>Signs for the last value, compared without regard to case.</summary>
    public required string LastSigns { get; init; }

    /// <summary>Whether the last value depends on the month (its last day) instead of being <see cref="Last"/>.</summary>
    public bool LastIsMonthEnd { get; init; }

    /// <summary>Whether <c>#n</c> (nth of the month) and a trailing <c>L</c> (last of the month) are known.</summary>
    public bool HasOccurrences { get; init; }

    /// <summary>Whether the words <c>workday</c>, <c>weekend</c> and <c>holiday</c> are known, which ask for a kind of day.</summary>
    public bool HasDayWords { get; init; }

    /// <summary>Whether a trailing <c>W</c> (nearest working day) is known.</summary>
    public bool HasNearestWorkday { get; init; }

    /// <summary>Most digits that a number of the field has; a year has just so many. Default 2.</summary>
    public int Digits { get; init; } = 2;

    internal bool HasNames => !Names.IsEmpty;

    internal bool IsLastSign(ReadOnlySpan<char> text) =>
        text.Length == 1 && LastSigns.Contains(char.ToUpperInvariant(text[0]), StringComparison.Ordinal);

    /// <summary>The value of a name (a prefix of three letters or more) or of a number in range, of no more digits than the field has.</summary>
    internal int? ValueOf(ReadOnlySpan<char> text, out bool isNumber)
    {
        isNumber = text.Length >= 1 && text.Length <= Digits && !text.ContainsAnyExceptInRange('0', '9');
        if (isNumber)
        {
            var number = int.Parse(text);
            return number >= First && number <= Last ? number : null;
        }

        for (var i = 0; i < Names.Length && text.Length >= 3; i++)
            if (Names[i].AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase))
                return First + i;
        return null;
    }
}
