namespace InstanceScheduler.Simulator.Report;

/// <summary>Writes HTML that is also well-formed XML. Every value put into a template is escaped; only the template itself is markup.</summary>
internal sealed class HtmlOutput(TextWriter writer)
{
    /// <summary>Writes a template such as <c>$"&lt;b&gt;{name}&lt;/b&gt;"</c>.</summary>
    public void Write(HtmlInterpolation template) => writer.Write(template.ToString());

    /// <summary>Writes markup as it stands: for our own style sheet and script only.</summary>
    public void WriteMarkup(string markup) => writer.Write(markup);
}
