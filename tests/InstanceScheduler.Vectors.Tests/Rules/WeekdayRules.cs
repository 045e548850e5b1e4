using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;
using static InstanceScheduler.Vectors.Tests.Model.V13Habits;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where weekdays differ from v1.3.</summary>
internal static class WeekdayRules
{
    private static readonly CalendarRules Calendar = new(GrammarModel.Weekdays);

    public static readonly IReadOnlyList<Rule<CalendarCase, ValueSet>> All =
    [
        CalendarRules.Refuses("4,7", 10, "a name is a prefix of the true name: monkey is no Monday", Calendar.CutsName),
        CalendarRules.Refuses("4,7", 11, "two operators are refused, and counts have one or two digits", Calendar.ForgetsOrStretches),
        Calendar.Reads("4,7", 2, "blanks may stand round every operator", Calendar.HasInnerBlank),
        CalendarRules.Refuses("5,6", 2, "every item is checked, also beside a wildcard", Calendar.IgnoresBadItem),
        Calendar.Reads("5,6", 11, "$ means last too, and L does in any case and place", Calendar.HasForeignSign),
        Calendar.Reads("words", 1, "workday, weekend and holiday ask for a kind of day", vector => Evaluated(vector.Spec).Any(item => GrammarModel.WordDays(item.Trim()) is not null)),
        new("5,6", 0, "fril is the last Friday, not every Friday", TakesEveryWeek, Calendar.Expected),
    ];

    // They agree on the day itself, and where another item gives the weekday anyway.
    private static bool TakesEveryWeek(CalendarCase vector) =>
        !vector.Theirs.IsError && !Calendar.CutsName(vector) && !Calendar.ForgetsOrStretches(vector) && !Calendar.IgnoresBadItem(vector)
        && Evaluated(vector.Spec).Any(item =>
            BeforeSmallL(item) is { } name && GrammarModel.Weekdays.ByThreeLetters(name) is { } weekday
            && !Calendar.Expected(vector).Contains(weekday));
}
