namespace InstanceScheduler.Core.Calendars;

/// <summary>One end of a range: a value of the field, and how it was written.</summary>
/// <param name="Value">The value; for a month's end, the highest it can be.</param>
/// <param name="IsMonthEnd">Whether it means the last day of whichever month is asked for.</param>
/// <param name="IsNumber">Whether it was written as a number.</param>
/// <param name="IsName">Whether it was written as a name, or as a sign in a field that has names.</param>
internal readonly record struct CalendarAtom(int Value, bool IsMonthEnd = false, bool IsNumber = false, bool IsName = false)
{
    /// <summary>Names range with names and numbers with numbers; where a field has names, its signs count as such, as always in v1.x.</summary>
    public bool MayRangeWith(CalendarAtom other) => !(IsNumber && other.IsName) && !(IsName && other.IsNumber);
}
