using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where SSM maintenance windows differ from v1.3.</summary>
internal static class DatedWindowRules
{
    private enum Cause
    {
        None,
        Zone,
        Year,
        Lead,
        LongWindow,
        LastMinute,
    }

    public static readonly IReadOnlyList<Rule<DatedWindowCase, string>> All =
    [
        Rule("28", 18, Cause.Zone, "a begin is the instant that its offset tells, whatever the zone of the window"),
        Rule("28", 16, Cause.Year, "a window is one execution, not a day of every year"),
        Rule("28", 1, Cause.LongWindow, "a window of 24 hours begins when it begins, and has its last hours"),
        Rule("26", 1, Cause.LastMinute, "the last minute of its first day belongs to the window"),
        Rule("lead", 12, Cause.Lead, "instances start as early as the scheduler's frequency, 10 minutes at least (as 1.3.2)"),
    ];

    private static Rule<DatedWindowCase, string> Rule(string number, int cases, Cause cause, string reason) =>
        new(number, cases, reason, vector => CauseOf(vector) == cause, vector => WeeklyWindowCase.StateOf(new DatedWindowModel(vector).IsOpenAt(vector.At)));

    // The first cause that holds is named.
    private static Cause CauseOf(DatedWindowCase vector)
    {
        var model = new DatedWindowModel(vector);
        return model.IsOpenAt(vector.At) == model.IsOpenInV13At(vector.At) ? Cause.None
            : model.IsWrittenInAnotherZone ? Cause.Zone
            : model.IsInAnotherYear(vector.At) ? Cause.Year
            : model.IsInLongerLead(vector.At) ? Cause.Lead
            : vector.Hours >= 24 ? Cause.LongWindow
            : model.IsLastMinuteOfDay(vector.At) ? Cause.LastMinute
            : Cause.None;
    }
}
