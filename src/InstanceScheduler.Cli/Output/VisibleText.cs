using System.Globalization;
using System.Text;

namespace InstanceScheduler.Cli.Output;

/// <summary>Text that others wrote, made harmless for a terminal.</summary>
internal static class VisibleText
{
    /// <summary>The text with control characters, which could steer a terminal, shown as <c>\u001B</c>; line feeds become blanks.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsHidden))
            return text;
        var visible = new StringBuilder();
        foreach (var letter in text)
        {
            visible.Append(letter switch
            {
                '\n' or '\r' or '\t' => " ",
                _ when IsHidden(letter) => $"\\u{(int)letter:X4}",
                _ => letter.ToString(),
            });
        }

        return visible.ToString();
    }

    private static bool IsHidden(char letter) =>
        char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
