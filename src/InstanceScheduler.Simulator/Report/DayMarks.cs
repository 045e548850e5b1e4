using InstanceScheduler.Core.Calendars;
using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>What makes a day an unusual one under some calendars.</summary>
/// <param name="Holidays">Names of the calendars that have it off.</param>
/// <param name="MakeUpDays">Names of the calendars that make a day of work of it, though it is a Saturday or Sunday.</param>
internal sealed record DayMarks(IReadOnlyList<string> Holidays, IReadOnlyList<string> MakeUpDays)
{
    public bool IsHoliday => Holidays.Count > 0;

    public bool IsMakeUpDay => MakeUpDays.Count > 0;

    public static DayMarks Of(LocalDate date, IEnumerable<WorkdayCalendar> calendars)
    {
        var kinds = calendars.ToLookup(calendar => calendar.UnusualKindOf(date), calendar => calendar.Name);
        return new DayMarks([.. kinds[DayKind.Holiday]], [.. kinds[DayKind.Workday]]);
    }

    /// <summary>For instance <c>holiday (cn)</c>; empty for a day like others.</summary>
    public override string ToString() => string.Join(", ", Told("holiday", Holidays).Concat(Told("make-up day", MakeUpDays)));

    private static IEnumerable<string> Told(string what, IReadOnlyList<string> calendars) =>
        calendars.Count == 0 ? [] : [$"{what} ({string.Join(", ", calendars)})"];
}
