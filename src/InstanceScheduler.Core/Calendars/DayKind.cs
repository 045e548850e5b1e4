namespace InstanceScheduler.Core.Calendars;

/// <summary>What a date is under a calendar: always exactly one of these.</summary>
public enum DayKind
{
    /// <summary>A day on which people work: Monday to Friday but for holidays, and make-up days.</summary>
    Workday,

    /// <summary>A Saturday or Sunday that is neither a holiday nor a make-up day.</summary>
    Weekend,

    /// <summary>A day off that the calendar names, whatever its weekday.</summary>
    Holiday,
}
