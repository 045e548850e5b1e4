namespace InstanceScheduler.Core.Calendars;

/// <summary>The words of a weekdays expression that ask for a kind of day and not for a weekday.</summary>
[Flags]
internal enum DayWords
{
    None = 0,
    Workday = 1 << DayKind.Workday,
    Weekend = 1 << DayKind.Weekend,
    Holiday = 1 << DayKind.Holiday,
}
