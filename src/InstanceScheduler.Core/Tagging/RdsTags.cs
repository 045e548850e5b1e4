using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace InstanceScheduler.Core.Tagging;

/// <summary>Tags as RDS allows them: fewer characters, and more reserved keys, than elsewhere.</summary>
public static class RdsTags
{
    private const string AllowedSigns = "_.:/=+-@";

    /// <summary>A key or value in which a blank stands for every character that RDS refuses.</summary>
    /// <remarks>Letters and numbers of every script, separators and <c>_ . : / = + - @</c> stay, as in RDS's own pattern.</remarks>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsAllowed(rune))
                clean.Append(rune);
            else
                clean.Append(' ');
        return clean.ToString();
    }

    /// <summary>A plan with clean keys, without blanks round them, and clean values.</summary>
    /// <returns>The plan, and the keys to be set that RDS refuses: all blank, or beginning with <c>aws:</c> or <c>rds:</c>.</returns>
    public static (TagPlan Plan, ImmutableArray<string> Refused) Clean(TagPlan plan)
    {
        var set = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var (key, value) in plan.Set)
            if (CleanKey(key) is { } cleanKey)
                set[cleanKey] = Clean(value);
            else
                refused.Add(key);
        var remove = plan.Remove.Select(CleanKey).OfType<string>().Distinct(StringComparer.Ordinal);
        return (TagPlan.Of(remove, [.. set]), refused.ToImmutable());
    }

    private static string? CleanKey(string key)
    {
        var clean = Clean(key).Trim();
        var isRefused = clean.Length == 0
            || clean.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            || clean.StartsWith("rds:", StringComparison.OrdinalIgnoreCase);
        return isRefused ? null : clean;
    }

    private static bool IsAllowed(Rune rune) =>
        (rune.IsAscii && AllowedSigns.Contains((char)rune.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
