using System.Globalization;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Habits of v1.3 in reading one item of a calendar expression, for the predicates of the rules.</summary>
public static partial class V13Habits
{
    /// <summary>Items that v1.3 looks at: a wildcard ends its evaluation.</summary>
    public static IEnumerable<string> Evaluated(string spec) => spec.Split(',').TakeWhile(item => !IsWildcard(item));

    /// <summary>Items behind a wildcard, which v1.3 never looks at.</summary>
    public static IEnumerable<string> Ignored(string spec) => spec.Split(',').SkipWhile(item => !IsWildcard(item));

    /// <summary>A name that only its first three characters make one: <c>monkey</c>, <c>0006</c>.</summary>
    public static bool CutsName(this GrammarModel field, string item) => !field.IsLastOne(item) && Pieces(field, item)
        .Any(piece => piece.Length > 2 && (piece.All(char.IsAsciiDigit) || field.ByThreeLetters(piece) is not null) && !field.IsNameOrNumber(piece));

    /// <summary>A day written with more than two digits: <c>031</c>.</summary>
    public static bool HasLongNumber(string item) => LongNumber().IsMatch(item);

    /// <summary>A step or occurrence with a sign, or with more than two digits: <c>mon#+1</c>, <c>jan/003</c>.</summary>
    public static bool HasForeignCount(string item) => ForeignCount().IsMatch(item);

    /// <summary>Two operators of which v1.3 forgets the first: <c>mon#1/2</c>, <c>friL/2</c>, <c>friL#1</c>.</summary>
    public static bool MixesOperators(this GrammarModel field, string item) => field == GrammarModel.Weekdays && Mixed().IsMatch(item);

    /// <summary>Blanks within an item, beside an operator or a trailing sign.</summary>
    public static bool HasInnerBlank(string item) => InnerBlank().IsMatch(item.Trim());

    /// <summary>A sign for last that v1.3 does not know at its place: <c>$</c> or <c>l</c> for L, <c>w</c> for W, L before an operator.</summary>
    /// <remarks>Behind <c>L-</c> it knows names of three small letters only; <c>07-L</c> fails for its zero.</remarks>
    public static bool HasForeignSign(this GrammarModel field, string item) =>
        (field == GrammarModel.Weekdays && WeekdaySign().IsMatch(item.Trim())) || (field == GrammarModel.MonthDays && DaySign().IsMatch(item.Trim()));

    /// <summary>The name before a trailing small l: <c>fril</c>, which v1.3 takes for every Friday.</summary>
    public static string? BeforeSmallL(string item) => SmallL().Match(item.Trim()) is { Success: true } match ? match.Groups["a"].Value : null;

    /// <summary>A range, step or W that names a day after the month's last, or before which the month ends.</summary>
    public static bool AsksForMissingDay(string item, DateOnly month)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        var isRange = item.AsSpan().IndexOfAny("-/Ww") >= 0;
        return isRange && Days().Matches(item.Split('/')[0]).Any(day => int.Parse(day.Value, CultureInfo.InvariantCulture) is var number
            && (number > length || (number < length && item.TrimStart().StartsWith('L'))));
    }

    private static bool IsLastOne(this GrammarModel field, string item) => BeforeSmallL(item) is { } name && field.IsNameOrNumber(name);

    private static bool IsWildcard(string item) => item.Trim() is "*" or "?";

    private static string[] Pieces(GrammarModel field, string item)
    {
        var head = item.Trim().Split(field == GrammarModel.Weekdays ? ['/', '#', 'L'] : ['/'])[0];
        return [.. head.Split('-').Select(piece => piece.Trim())];
    }

    [GeneratedRegex("[0-9]{1,2}")]
    private static partial Regex Days();

    [GeneratedRegex("[0-9]{3,}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[/#]\s*([+]|\d{3,}|[^\s0-9])")]
    private static partial Regex ForeignCount();

    [GeneratedRegex(@"#.*/|[^-\s]\s*L\s*[/#]")]
    private static partial Regex Mixed();

    [GeneratedRegex(@"\s[-/#LlWw]|[-/#]\s")]
    private static partial Regex InnerBlank();

    [GeneratedRegex(@"[$]|(^|-)\s*l\s*($|[-/#])|(^|-)\s*L\s*[/#]|[0-9^Ll]\s*[Ll]$|^L\s*-")]
    private static partial Regex WeekdaySign();

    [GeneratedRegex(@"[$]|(^|-)\s*l\s*($|-|/)|[0-9]\s*w$|^0[0-9]\s*-\s*L|^[\^L]\s*-\s*0")]
    private static partial Regex DaySign();

    [GeneratedRegex("^(?<a>.+?)\\s*l$")]
    private static partial Regex SmallL();
}
