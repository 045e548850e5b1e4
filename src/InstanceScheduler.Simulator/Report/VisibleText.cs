using System.Globalization;
using System.Text;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Makes foreign text safe to look at: characters that act instead of showing become <c>[U+202E]</c>.</summary>
/// <remarks>Escape sequences steer terminals, direction overrides turn names round, and XML knows no way to write a NUL.</remarks>
internal static class VisibleText
{
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(Acts) && !HasLoneSurrogate(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                Show(visible, text[at++]);
                continue;
            }

            at += rune.Utf16SequenceLength;
            _ = Acts(rune) ? Show(visible, rune.Value) : visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private static StringBuilder Show(StringBuilder visible, int code) => visible.Append(CultureInfo.InvariantCulture, $"[U+{code:X4}]");

    // Joiners are format characters too, but Indic and Persian words and emoji need them.
    private static bool Acts(Rune rune) => rune.Value is 0xFFFE or 0xFFFF || (Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    });

    private static bool HasLoneSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !Rune.TryGetRuneAt(text, at++, out _))
            {
                return true;
            }
        }

        return false;
    }
}
