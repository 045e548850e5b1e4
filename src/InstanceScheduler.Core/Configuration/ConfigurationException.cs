using InstanceScheduler.Core.Calendars;

namespace InstanceScheduler.Core.Configuration;

/// <summary>An item that cannot be used; caught at the item and reported as a <see cref="ConfigurationProblem"/>.</summary>
internal sealed class ConfigurationException(string? field, string message) : Exception(message)
{
    public ConfigurationException(CalendarFormatException unreadable)
        : this(unreadable.Field.Name, $"\"{unreadable.Item}\" cannot be read: {unreadable.Reason}")
    {
    }

    public string? Field { get; } = field;
}
