using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where days of the month differ from v1.3.</summary>
internal static class MonthDayRules
{
    private static readonly CalendarRules Calendar = new(GrammarModel.MonthDays);

    public static readonly IReadOnlyList<Rule<CalendarCase, ValueSet>> All =
    [
        Calendar.Reads("3", 53, "what the month lacks matches nothing, without an error", LacksDay),
        CalendarRules.Refuses("4,7", 0, "days and steps have one or two digits",
            vector => Calendar.CutsName(vector) || Calendar.ForgetsOrStretches(vector)),
        Calendar.Reads("4,7", 4, "blanks may stand round every operator", Calendar.HasInnerBlank),
        CalendarRules.Refuses("5,6", 1, "every item is checked, also beside a wildcard", Calendar.IgnoresBadItem),
        Calendar.Reads("5,6", 4, "$ means last too, and L and W do in any case", Calendar.HasForeignSign),
    ];

    private static bool LacksDay(CalendarCase vector) =>
        !Calendar.HasForeignSign(vector) && !Calendar.HasInnerBlank(vector)
        && V13Habits.Evaluated(vector.Spec).Any(item => V13Habits.AsksForMissingDay(item, vector.Date));
}
