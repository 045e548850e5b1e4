using System.Globalization;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Our calendar grammar told a second time, plainly: one pattern per form, and counting through the days of one month.</summary>
/// <remarks>The rules take their expected values from here, never from the code under test.</remarks>
public sealed partial class GrammarModel
{
    public static readonly GrammarModel Weekdays = new(0, 6, "monday tuesday wednesday thursday friday saturday sunday", "$Ll");
    public static readonly GrammarModel MonthDays = new(1, 31, "", "$Ll");
    public static readonly GrammarModel Months = new(
        1, 12, "january february march april may june july august september october november december", "$");

    private readonly int _first;
    private readonly int _last;
    private readonly string[] _names;
    private readonly string _lastSigns;

    private GrammarModel(int first, int last, string names, string lastSigns)
    {
        _first = first;
        _last = last;
        _names = names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _lastSigns = lastSigns;
    }

    /// <summary>The weekday(s), day(s) or month(s) of a comma list, dated items judged at a date; an error when an item cannot be read.</summary>
    public ValueSet Read(string spec, DateOnly date)
    {
        var values = new HashSet<int>();
        foreach (var item in spec.Split(','))
        {
            if (ReadItem(item, date) is not { } found)
                return ValueSet.Error;
            values.UnionWith(found);
        }

        return ValueSet.Of(values);
    }

    public bool CanRead(string item) => ReadItem(item, new DateOnly(2024, 1, 1)) is not null;

    /// <summary>Whether a piece of an item is a name or number of the field, signs left out.</summary>
    public bool IsNameOrNumber(string piece) => NameOrNumber(piece.Trim()) is not null;

    /// <summary>The value of the name that begins with the first three letters of a piece, as v1.3 looks names up.</summary>
    public int? ByThreeLetters(string piece)
    {
        var at = piece.Length < 3 ? -1 : Array.FindIndex(_names, name => name[..3].Equals(piece[..3], StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : _first + at;
    }

    private IEnumerable<int>? ReadItem(string written, DateOnly date)
    {
        var item = BlanksRoundOperators().Replace(written.Trim(), "$1");
        var length = DateTime.DaysInMonth(date.Year, date.Month);
        if (item is "*" or "?")
            return this == MonthDays ? Enumerable.Range(1, length) : Enumerable.Range(_first, _last - _first + 1);
        if (this == Weekdays && WordDays(item) is { } days)
            return days;
        if (this == Weekdays && Nth().Match(item) is { Success: true } nth)
            return Weekday(nth) is { } day && Number(nth, 1, 5) is { } n ? If(day == WeekdayOf(date) && (date.Day + 6) / 7 == n, day) : null;
        if (this == Weekdays && LastOne().Match(item) is { Success: true } last)
            return Weekday(last) is { } day ? If(day == WeekdayOf(date) && date.AddDays(7).Month != date.Month, day) : null;
        if (this == MonthDays && Nearest().Match(item) is { Success: true } nearest)
            return Number(nearest, 1, 31) is { } day ? (day <= length ? [Workday(date, day, length)] : []) : null;
        return Range().Match(item) is { Success: true } range ? ReadRange(range, length) : null;
    }

    /// <summary>The days of a word that asks for a kind of day, no calendar being there to tell holidays; null for anything else.</summary>
    public static int[]? WordDays(string item) => item.ToUpperInvariant() switch
    {
        "WORKDAY" => [0, 1, 2, 3, 4],
        "WEEKEND" => [5, 6],
        "HOLIDAY" => [],
        _ => null,
    };

    private IEnumerable<int>? ReadRange(Match range, int length)
    {
        var step = range.Groups["n"] is { Success: true, Value: var by } ? int.Parse(by, CultureInfo.InvariantCulture) : 1;
        if (step == 0 || Value(range.Groups["a"].Value, length) is not { } begin)
            return null;
        var end = begin;
        if (range.Groups["b"].Success)
        {
            if (Value(range.Groups["b"].Value, length) is not { } other || other.IsNumber != begin.IsNumber)
                return null;
            end = other;
        }
        else if (range.Groups["n"].Success)
        {
            end = (this == MonthDays ? length : _last, begin.IsNumber, IsLast: true);
        }

        if (this == MonthDays && !end.IsLast && end.Value < (begin.IsLast ? 28 : begin.Value))
            return null;
        return this == MonthDays
            ? Enumerable.Range(1, length).Where(day => day >= begin.Value && day <= end.Value && (day - begin.Value) % step == 0)
            : Wrap(begin.Value, end.Value).Where((_, position) => position % step == 0);
    }

    private IEnumerable<int> Wrap(int begin, int end)
    {
        for (var value = begin; ; value = value == _last ? _first : value + 1)
        {
            yield return value;
            if (value == end)
                yield break;
        }
    }

    // Where a field has names, its signs belong to them: "fri-L" is a range, "4-L" is none. Days of the month are all numbers.
    private (int Value, bool IsNumber, bool IsLast)? Value(string piece, int length)
    {
        if (piece == "^")
            return (_first, IsNumber: _names.Length == 0, IsLast: false);
        if (piece.Length == 1 && _lastSigns.Contains(piece, StringComparison.Ordinal))
            return (this == MonthDays ? length : _last, IsNumber: _names.Length == 0, IsLast: true);
        return NameOrNumber(piece) is { } value ? (value, IsNumber: char.IsAsciiDigit(piece[0]), IsLast: false) : null;
    }

    private int? NameOrNumber(string piece)
    {
        if (UpToTwoDigits().IsMatch(piece))
            return int.Parse(piece, CultureInfo.InvariantCulture) is var number && number >= _first && number <= _last ? number : null;
        return ByThreeLetters(piece) is { } value && _names[value - _first].StartsWith(piece, StringComparison.OrdinalIgnoreCase) ? value : null;
    }

    private int? Weekday(Match match) => Value(match.Groups["a"].Value, 0)?.Value;

    private static int? Number(Match match, int lowest, int highest) =>
        int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) is var number && number >= lowest && number <= highest ? number : null;

    private static IEnumerable<int> If(bool holds, int value) => holds ? [value] : [];

    private static int WeekdayOf(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    // The nearest of the month's days from Monday to Friday; none is as near as another, as a weekend has two days.
    private static int Workday(DateOnly date, int day, int length) => Enumerable.Range(1, length)
        .Where(other => WeekdayOf(new DateOnly(date.Year, date.Month, other)) < 5)
        .MinBy(other => Math.Abs(other - day));

    [GeneratedRegex(@"\s*([-/#])\s*")]
    private static partial Regex BlanksRoundOperators();

    [GeneratedRegex(@"^(?<a>[^-/#]+)#(?<n>[0-9]{1,2})$")]
    private static partial Regex Nth();

    [GeneratedRegex(@"^(?<a>[^-/#]+?)\s*[Ll]$")]
    private static partial Regex LastOne();

    [GeneratedRegex(@"^(?<n>[0-9]{1,2})\s*[Ww]$")]
    private static partial Regex Nearest();

    [GeneratedRegex(@"^(?<a>[^-/#]+)(-(?<b>[^-/#]+))?(/(?<n>[0-9]{1,2}))?$")]
    private static partial Regex Range();

    [GeneratedRegex("^[0-9]{1,2}$")]
    private static partial Regex UpToTwoDigits();
}
