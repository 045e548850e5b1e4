namespace InstanceScheduler.Core.Calendars;

/// <summary>An item of a calendar expression that cannot be read.</summary>
/// <param name="field">The field the expression belongs to.</param>
/// <param name="item">The offending item as it was written.</param>
/// <param name="reason">What is wrong with it, and what would be right.</param>
public sealed class CalendarFormatException(CalendarField field, string item, string reason)
    : FormatException($"{field.Name}: \"{item}\": {reason}")
{
    /// <summary>The field the expression belongs to.</summary>
    public CalendarField Field { get; } = field;

    /// <summary>The offending item as it was written.</summary>
    public string Item { get; } = item;

    /// <summary>What is wrong with the item, and what would be right.</summary>
    public string Reason { get; } = reason;
}
