using System.Text.Json.Nodes;
using InstanceScheduler.Core.Calendars;
using NodaTime;

namespace InstanceScheduler.Cli.CalendarFiles;

/// <summary>The days that a file names.</summary>
internal sealed class FileDays
{
    // A year whose only days are at its end has them for the New Year of the next, and is not told as a whole.
    private const int LastDaysOfDecember = 25;

    public SortedSet<LocalDate> Holidays { get; } = [];

    public SortedSet<LocalDate> Workdays { get; } = [];

    /// <summary>What was passed over, for people.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Years that the file tells as a whole.</summary>
    public IEnumerable<int> Years => Holidays.Concat(Workdays).GroupBy(day => day.Year)
        .Where(year => year.Any(day => day.Month < 12 || day.Day < LastDaysOfDecember)).Select(year => year.Key).Order();

    /// <summary>One line about what was imported.</summary>
    public string Summary => $"{Holidays.Count} holidays and {Workdays.Count} make-up days of {string.Join(", ", Holidays.Concat(Workdays).Select(day => day.Year).Distinct().Order())}";

    /// <summary>Takes a day as the file has it.</summary>
    /// <exception cref="FormatException">It is no day, or the other kind too.</exception>
    public void Add(DateRange days, bool isWorkday)
    {
        foreach (var day in days.Days)
        {
            (isWorkday ? Workdays : Holidays).Add(day);
            if (Workdays.Contains(day) && Holidays.Contains(day))
                throw new FormatException($"{new DateRange(day, day)} is a holiday and a make-up day; leave it as one of the two");
        }
    }

    /// <summary>The lists of the calendar with these days in it: in place of all days of the years that are told as a whole, else beside them.</summary>
    public (JsonArray Holidays, JsonArray Workdays) MergedInto(StoredCalendar calendar)
    {
        var years = Years.ToHashSet();
        return (List(calendar.Holidays, Holidays, Workdays), List(calendar.Workdays, Workdays, Holidays));

        JsonArray List(IEnumerable<LocalDate> stored, IEnumerable<LocalDate> own, IEnumerable<LocalDate> other) =>
            new([.. DateRange.Joined(stored.Where(day => !years.Contains(day.Year)).Except(other).Union(own)).Select(range => (JsonNode)range.ToString())]);
    }
}
