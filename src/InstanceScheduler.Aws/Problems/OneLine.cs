using System.Text;

namespace InstanceScheduler.Aws.Problems;

/// <summary>Text of anywhere, made to fit into one line.</summary>
internal static class OneLine
{
    private const int LineSeparator = 0x2028;
    private const int ParagraphSeparator = 0x2029;

    /// <summary>Line breaks and control characters become blanks; what is longer than <paramref name="most"/> characters ends in <c>…</c>.</summary>
    public static string Of(string text, int most)
    {
        text = text.Trim();
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (text.Length > most && line.Length + rune.Utf16SequenceLength > most - 1)
                return line.Append('…').ToString();
            line.Append(IsBreak(rune) ? " " : rune.ToString());
        }

        return line.ToString();
    }

    private static bool IsBreak(Rune rune) => Rune.IsControl(rune) || rune.Value is LineSeparator or ParagraphSeparator;
}
