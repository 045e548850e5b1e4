using System.Text.Json;
using System.Text.Json.Nodes;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>Reads a file that <c>export</c> wrote or that people wrote like it, YAML or JSON.</summary>
internal static class ConfigFileReader
{
    /// <param name="path">As it was typed; <c>-</c> is the standard input.</param>
    /// <param name="input">The standard input.</param>
    /// <exception cref="CliException">The file cannot be read, or something in it cannot be an item: every fault is told.</exception>
    public static IReadOnlyList<FileItem> Read(string path, TextReader input)
    {
        var text = TextFile.Read(path, input);
        return Items(path, Parse(path, text));
    }

    private static JsonNode? Parse(string path, string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{"))
            return YamlReader.Read(path, text);
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
        }
        catch (JsonException failure)
        {
            throw new CliException(ExitCode.Unusable, $"{path}{(failure.LineNumber is { } line ? $", line {line + 1}" : "")}: this is not JSON: {failure.Message}", failure);
        }
    }

    private static List<FileItem> Items(string path, JsonNode? document)
    {
        if (document is not JsonObject sections)
            throw new CliException(ExitCode.Unusable, $"{path} holds no configuration: it needs the parts {string.Join(", ", ConfigSections.Names)}. \"export\" writes such a file.");
        var faults = new List<string>();
        var items = new List<FileItem>();
        foreach (var (section, content) in sections.Where(part => part.Key != ConfigSections.About))
        {
            if (ConfigSections.TypeOf(section) is not { } type)
                faults.Add($"there is no part \"{section}\"{Suggestion.For(section, ConfigSections.Names)}; use {string.Join(", ", ConfigSections.Names)}");
            else if (content is JsonObject named)
                items.AddRange(named.Select(item => Item(new ItemKey(type, item.Key), item.Value, faults)).OfType<FileItem>());
            else if (content is not null)
                faults.Add($"\"{section}\" must hold items by their names");
        }

        return faults.Count == 0 ? items : throw new CliException(ExitCode.Unusable, string.Join('\n', faults.Select(fault => $"{path}: {fault}")));
    }

    private static FileItem? Item(ItemKey key, JsonNode? content, List<string> faults)
    {
        if (content is not (null or JsonObject))
        {
            faults.Add($"{key} must hold attributes by their names");
            return null;
        }

        var attributes = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (name, value) in content as JsonObject ?? [])
        {
            try
            {
                if (name is ConfigAttributes.Type or ConfigAttributes.Name)
                    throw new FormatException("the part and the item's key say so already; leave it out");
                attributes[name] = AttributeText.FromFile(value);
            }
            catch (FormatException fault)
            {
                faults.Add($"{key}, {name}: {fault.Message}");
            }
        }

        return new FileItem(key, attributes);
    }
}
