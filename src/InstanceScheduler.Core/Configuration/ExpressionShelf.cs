using InstanceScheduler.Core.Calendars;

namespace InstanceScheduler.Core.Configuration;

/// <summary>The date conditions of one table. Thousands of periods share a few: each is parsed once, and kept once.</summary>
internal sealed class ExpressionShelf
{
    private readonly Dictionary<(string Field, string Text), CalendarExpression> _read = [];

    /// <summary>The condition of a field; null where the item has none.</summary>
    /// <exception cref="CalendarFormatException">It cannot be read.</exception>
    public CalendarExpression? Of(AttributeReader attributes, CalendarField field)
    {
        var items = attributes.List(field.Name);
        if (items.IsEmpty)
            return null;
        var text = items is [var single] ? single : string.Join(',', items);
        return _read.TryGetValue((field.Name, text), out var known) ? known : _read[(field.Name, text)] = CalendarExpressionParser.Parse(field, text);
    }
}
