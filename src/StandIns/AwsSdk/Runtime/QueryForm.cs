using System.Globalization;

namespace Amazon.Runtime;

/// <summary>
/// The form fields of the Query protocol: lists and structures become dotted names, numbered from 1. What is null is left out; an
/// empty list is said, since the service tells the two apart.
/// </summary>
internal readonly struct QueryForm(IDictionary<string, string> fields, string prefix)
{
    public void Add(string name, string? value)
    {
        if (value is not null)
            fields.Add(prefix + name, value);
    }

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    public void AddList(string name, string element, List<string>? values)
    {
        if (values is { Count: 0 })
            Add(name, string.Empty);
        for (var i = 0; i < values?.Count; i++)
            Add(Numbered(name, element, i), values[i]);
    }

    public void AddList<T>(string name, string element, List<T>? items, Action<QueryForm, T> write)
    {
        if (items is { Count: 0 })
            Add(name, string.Empty);
        for (var i = 0; i < items?.Count; i++)
            write(new QueryForm(fields, prefix + Numbered(name, element, i) + "."), items[i]);
    }

    private static string Numbered(string name, string element, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}.{element}.{index + 1}");
}
