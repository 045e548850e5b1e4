using System.Text.Json.Nodes;
using InstanceScheduler.Cli.JmesPath.Tree;

namespace InstanceScheduler.Cli.JmesPath;

/// <summary>A JMESPath expression (the specification of jmespath.org with all its functions), parsed once and asked of any number of documents.</summary>
internal sealed class JmesPathQuery
{
    private readonly Expression _root;

    private JmesPathQuery(Expression root) => _root = root;

    /// <exception cref="JmesPathException">The expression is not JMESPath, names an unknown function, or gives one too few or too many arguments.</exception>
    public static JmesPathQuery Parse(string text) => new(new Parser(text).Parse());

    /// <summary>What the expression finds; null (JSON's) where it finds nothing.</summary>
    /// <remarks>The result may be a part of the document or hold copies of its parts; the document's own values stay as they are.</remarks>
    /// <exception cref="JmesPathException">A function got a value it does not take.</exception>
    public JsonNode? Search(JsonNode? document) => _root.Evaluate(document);
}
