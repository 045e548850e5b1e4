using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where months differ from v1.3.</summary>
internal static class MonthRules
{
    private static readonly CalendarRules Calendar = new(GrammarModel.Months);

    public static readonly IReadOnlyList<Rule<CalendarCase, ValueSet>> All =
    [
        CalendarRules.Refuses("4,7", 7, "a name is a prefix of the true name: junk is no June", Calendar.CutsName),
        CalendarRules.Refuses("4,7", 1, "numbers and steps have one or two digits", Calendar.ForgetsOrStretches),
        Calendar.Reads("4,7", 2, "blanks may stand round every operator", Calendar.HasInnerBlank),
        CalendarRules.Refuses("5,6", 2, "every item is checked, also beside a wildcard", Calendar.IgnoresBadItem),
    ];
}
