using System.Globalization;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.Commands;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>Writes a configuration as one file that people read, keep and change.</summary>
internal static class ConfigFileWriter
{
    /// <param name="items">Of the table; those of other types than a file has are left out.</param>
    /// <param name="place">Where they come from.</param>
    /// <param name="now">When.</param>
    /// <param name="isYaml">Else it is JSON.</param>
    public static string Write(IEnumerable<StoredItem> items, StackPlace place, DateTimeOffset now, bool isYaml)
    {
        var about = string.Create(CultureInfo.InvariantCulture,
            $"Configuration of the {place}, exported {now.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} by {SchedulerCli.Name} {SchedulerCli.Version}");
        var document = Document(items);
        if (isYaml)
            return $"# {OneLine(about)}\n# See what a change would do: {SchedulerCli.Name} diff FILE; make it: {SchedulerCli.Name} import FILE\n\n{Spaced(document)}";
        document.Insert(0, ConfigSections.About, about);
        return JsonText.OverLines(document) + "\n";
    }

    private static JsonObject Document(IEnumerable<StoredItem> items)
    {
        var byType = items.ToLookup(item => item.Key.Type, StringComparer.Ordinal);
        var document = new JsonObject();
        foreach (var type in ConfigSections.Types.Where(byType.Contains))
        {
            var section = new JsonObject();
            foreach (var item in byType[type].OrderBy(item => item.Key.Name, StringComparer.Ordinal))
                section[item.Key.Name] = Fields(item);
            document[ConfigSections.Of(type)] = section;
        }

        return document;
    }

    private static JsonObject Fields(StoredItem item)
    {
        var fields = new JsonObject();
        foreach (var name in ConfigSections.InOrder(item.Attributes.Keys))
            fields[name] = AttributeText.ToFile(item.Attributes[name]);
        return fields;
    }

    // A blank line between the parts.
    private static string Spaced(JsonObject document) => document.Count == 0
        ? "{}\n"
        : string.Join('\n', document.Select(section => YamlText.Write(new JsonObject { [section.Key] = section.Value!.DeepClone() })));

    // A comment ends with its line, and the name of the stack was typed.
    private static string OneLine(string text) => VisibleText.Of(text);
}
