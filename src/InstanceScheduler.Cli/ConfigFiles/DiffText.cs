using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Output;
using Spectre.Console;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>Shows differences: a line per item, two per attribute, the old value behind a minus, the new one behind a plus.</summary>
internal static class DiffText
{
    private static readonly Style Old = new(Color.Red);
    private static readonly Style New = new(Color.Green);
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(IAnsiConsole console, IReadOnlyList<ItemChange> changes)
    {
        foreach (var change in changes.Where(change => change.IsDone))
            Write(console, change);
        foreach (var change in changes.Where(change => !change.IsDone))
            Line(console, $"  {change.Key}: {Why(change)}", Quiet);
    }

    /// <summary>How many of each: <c>1 created, 2 changed</c>.</summary>
    public static string Summary(IReadOnlyList<ItemChange> changes)
    {
        var counts = new[] { (ChangeKind.Create, "to create"), (ChangeKind.Update, "to change"), (ChangeKind.Delete, "to delete") }
            .Select(kind => (Count: changes.Count(change => change.Kind == kind.Item1), Word: kind.Item2))
            .Where(kind => kind.Count > 0)
            .Select(kind => $"{kind.Count} {kind.Word}");
        return string.Join(", ", counts) is { Length: > 0 } summary ? summary : "nothing to do";
    }

    private static void Write(IAnsiConsole console, ItemChange change)
    {
        var (sign, style) = change.Kind switch
        {
            ChangeKind.Create => ("+", New),
            ChangeKind.Delete => ("-", Old),
            _ => ("~", Style.Plain),
        };
        Line(console, $"{sign} {change.Key}", style);
        foreach (var (name, before, after) in change.Attributes)
        {
            if (before is not null)
                Line(console, $"    - {name}: {Value(before)}", Old);
            if (after is not null)
                Line(console, $"    + {name}: {Value(after)}", New);
        }
    }

    private static string Why(ItemChange change) => change.Kind switch
    {
        ChangeKind.LeaveToStack => $"belongs to the stack \"{change.Owner}\" and is left alone; change it in that stack's template",
        ChangeKind.LeaveConfig => "differs and is left alone, since the scheduler's stack writes it; change the stack's parameters, or add --allow-config",
        _ => change.Key.IsConfig ? "is not in the file and stays: the scheduler needs it" : "is not in the file and stays; add --delete to delete it",
    };

    private static string Value(JsonNode typed) => YamlText.Write(AttributeText.ToFile(typed)).TrimEnd('\n') is var text && text.Contains('\n', StringComparison.Ordinal)
        ? JsonText.OnOneLine(typed)
        : text;

    private static void Line(IAnsiConsole console, string text, Style style) => console.Write(new Text(VisibleText.Of(text) + "\n", style));
}
