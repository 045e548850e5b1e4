using System.Text.Json.Nodes;
using InstanceScheduler.Cli.JmesPath;
using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli.Output;

/// <summary>Prints results as a command was told to.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="format">How.</param>
/// <param name="query">What to print of the result; null: all.</param>
internal sealed class ResultWriter(CliTerminal terminal, OutputFormat format, JmesPathQuery? query)
{
    /// <summary>Whether what is printed holds all of a result; else what must be seen is to be told apart.</summary>
    public bool ShowsAll => query is null && format != OutputFormat.Table;

    /// <param name="result">What a command found.</param>
    /// <param name="shape">Makes of a result what its tables show; not asked where a query says what to show.</param>
    /// <exception cref="CliException">The query does not fit the result.</exception>
    public void Write(JsonNode result, Func<JsonNode, JsonNode>? shape = null)
    {
        var shown = query is null ? result : Find(query, result);
        if (format == OutputFormat.Table)
        {
            TableText.Write(terminal, ResultTables.Of(query is null && shape is not null ? shape(result) : shown));
            return;
        }

        terminal.Output.Write(format == OutputFormat.Yaml ? YamlText.Write(shown) : JsonText.OverLines(shown) + "\n");
    }

    private static JsonNode? Find(JmesPathQuery query, JsonNode result)
    {
        try
        {
            return query.Search(result);
        }
        catch (JmesPathException failure)
        {
            throw new CliException(ExitCode.Unusable, $"--query: {failure.Message}. What the command did is done; only the query failed.", failure);
        }
    }
}
