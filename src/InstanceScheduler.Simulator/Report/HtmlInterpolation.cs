using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Tells markup from values at compile time, so that forgetting to escape is not possible.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation
{
    private readonly StringBuilder _html;

    public HtmlInterpolation(int literalLength, int formattedCount) => _html = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string markup) => _html.Append(markup);

    public void AppendFormatted(string? value) => _html.Append(WebUtility.HtmlEncode(VisibleText.Of(value ?? string.Empty)));

    public void AppendFormatted(long value) => _html.Append(CultureInfo.InvariantCulture, $"{value}");

    public override string ToString() => _html.ToString();
}
