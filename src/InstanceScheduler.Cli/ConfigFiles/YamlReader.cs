using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>YAML as JSON values, by the core schema of YAML 1.2: <c>09:00</c> and <c>yes</c> are texts, numbers keep their digits.</summary>
internal static partial class YamlReader
{
    // References to other places can make a small file huge.
    private const int MostNodes = 1_000_000;
    private const int Deepest = 60;

    /// <exception cref="CliException">It is not YAML, or holds something that JSON has not.</exception>
    public static JsonNode? Read(string path, string text)
    {
        try
        {
            CheckNesting(path, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var left = MostNodes;
            return stream.Documents.Count switch
            {
                0 => null,
                1 => Value(path, stream.Documents[0].RootNode, 0, ref left),
                _ => throw Fault(path, stream.Documents[1].RootNode.Start, "a second document begins here; keep one in a file"),
            };
        }
        catch (YamlException failure)
        {
            throw Fault(path, failure.Start, $"this is not YAML: {failure.Message}", failure);
        }
    }

    // Beforehand: what makes nodes of the text would run out of stack.
    private static void CheckNesting(string path, string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest)
                throw Fault(path, parser.Current.Start, "this is nested too deeply");
        }
    }

    private static JsonNode? Value(string path, YamlNode node, int depth, ref int left)
    {
        if (depth > Deepest || --left < 0)
            throw Fault(path, node.Start, "this is nested too deeply or refers to itself");
        switch (node)
        {
            case YamlMappingNode map:
                var fields = new JsonObject();
                foreach (var (key, value) in map.Children)
                {
                    if (key is not YamlScalarNode { Value: { } name })
                        throw Fault(path, key.Start, "a key must be a text");
                    fields[name] = Value(path, value, depth + 1, ref left);
                }

                return fields;
            case YamlSequenceNode list:
                var elements = new JsonArray();
                foreach (var element in list.Children)
                    elements.Add(Value(path, element, depth + 1, ref left));
                return elements;
            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any))
            return JsonValue.Create(text);
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when Number().IsMatch(text) => JsonNode.Parse(text),
            _ => JsonValue.Create(text),
        };
    }

    private static CliException Fault(string path, Mark at, string what, Exception? failure = null) =>
        new(ExitCode.Unusable, $"{path}, line {at.Line}, column {at.Column}: {what}", failure);

    // Leading zeros and signs are digits to YAML but not to JSON: they stay texts, as people mean them.
    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
