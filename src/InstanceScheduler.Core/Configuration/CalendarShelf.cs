using System.Collections.Immutable;
using InstanceScheduler.Core.Calendars;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Finds the calendars that schedules, periods and other calendars name: items of the table, and built-in ones.</summary>
internal sealed class CalendarShelf
{
    // Far more than anybody means, far less than the stack holds.
    private const int LongestChain = 64;

    private readonly Dictionary<string, ConfigItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkdayCalendar?> _read = new(StringComparer.Ordinal);
    private readonly List<string> _reading = [];
    private readonly ImmutableArray<ConfigurationProblem>.Builder _problems;

    /// <param name="items">Items of the table; each that cannot be used is one problem, whoever names it.</param>
    /// <param name="problems">Gets the problems.</param>
    public CalendarShelf(IEnumerable<ConfigItem> items, ImmutableArray<ConfigurationProblem>.Builder problems)
    {
        _problems = problems;
        foreach (var item in items)
            _items[item.Name] = item;
        foreach (var name in _items.Keys.Order(StringComparer.Ordinal))
            Read(name);
    }

    /// <summary>The calendar that a schedule or period names; null when it names none.</summary>
    /// <exception cref="ConfigurationException">There is no such calendar, or it cannot be used.</exception>
    public WorkdayCalendar? Of(AttributeReader attributes) => attributes.Text(ConfigAttributes.Calendar) switch
    {
        null => null,
        WorkdayCalendar.NoneName => WorkdayCalendar.None,
        var name => Find(ConfigAttributes.Calendar, name),
    };

    private WorkdayCalendar Find(string field, string name, string? besides = null)
    {
        if (_items.ContainsKey(name))
            return Read(name) ?? throw new ConfigurationException(field, $"calendar \"{name}\" cannot be used, see its own error");
        return BuiltInCalendars.Find(name) ?? throw new ConfigurationException(
            field, $"calendar \"{name}\" does not exist{Suggestion.For(name, _items.Keys.Where(other => other != besides).Union(BuiltInCalendars.Names, StringComparer.Ordinal))}");
    }

    private WorkdayCalendar? Read(string name)
    {
        if (_read.TryGetValue(name, out var known))
            return known;
        var item = _items[name];
        _reading.Add(name);
        WorkdayCalendar? calendar = null;
        try
        {
            calendar = CalendarReader.Read(item, Extended(item));
        }
        catch (ConfigurationException problem)
        {
            _problems.Add(new ConfigurationProblem(item.ToString(), problem.Field, problem.Message));
        }

        _reading.RemoveAt(_reading.Count - 1);
        return _read[name] = calendar;
    }

    private WorkdayCalendar? Extended(ConfigItem item)
    {
        if (new AttributeReader(item).Text(ConfigAttributes.Extends) is not { } name)
            return null;
        // A replacement builds on what it replaces.
        if (name == item.Name && BuiltInCalendars.Find(name) is { } builtIn)
            return builtIn;
        if (_reading.IndexOf(name) is >= 0 and var at)
            throw new ConfigurationException(ConfigAttributes.Extends, $"it leads back to itself: {string.Join(", ", _reading.Skip(at).Append(name))}");
        if (_reading.Count > LongestChain)
            throw new ConfigurationException(ConfigAttributes.Extends, $"more than {LongestChain} calendars extend one another; list the days in fewer");
        return Find(ConfigAttributes.Extends, name, besides: item.Name);
    }
}
