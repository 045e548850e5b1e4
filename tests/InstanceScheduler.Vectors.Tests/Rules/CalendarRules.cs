using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;
using static InstanceScheduler.Vectors.Tests.Model.V13Habits;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Predicates and expected values that the rules of the three calendar fields share.</summary>
internal sealed class CalendarRules(GrammarModel field)
{
    /// <summary>A rule under which we refuse what v1.3 reads.</summary>
    public static Rule<CalendarCase, ValueSet> Refuses(string number, int cases, string reason, Func<CalendarCase, bool> covers) =>
        new(number, cases, reason, vector => !vector.Theirs.IsError && covers(vector), _ => ValueSet.Error);

    /// <summary>A rule under which we read what v1.3 refuses, every other item being readable.</summary>
    public Rule<CalendarCase, ValueSet> Reads(string number, int cases, string reason, Func<CalendarCase, bool> covers) =>
        new(number, cases, reason, vector => vector.Theirs.IsError && AllReadable(vector) && covers(vector), Expected);

    public ValueSet Expected(CalendarCase vector) => field.Read(vector.Spec, vector.Date);

    public bool CutsName(CalendarCase vector) => Evaluated(vector.Spec).Any(field.CutsName);

    public bool ForgetsOrStretches(CalendarCase vector) =>
        !CutsName(vector) && Evaluated(vector.Spec).Any(item => field.MixesOperators(item) || HasForeignCount(item) || HasLongNumber(item));

    public bool IgnoresBadItem(CalendarCase vector) =>
        !CutsName(vector) && !ForgetsOrStretches(vector) && Ignored(vector.Spec).Any(item => !field.CanRead(item));

    public bool HasForeignSign(CalendarCase vector) => Evaluated(vector.Spec).Any(field.HasForeignSign);

    public bool HasInnerBlank(CalendarCase vector) => !HasForeignSign(vector) && Evaluated(vector.Spec).Any(V13Habits.HasInnerBlank);

    private bool AllReadable(CalendarCase vector) => vector.Spec.Split(',').All(field.CanRead);
}
