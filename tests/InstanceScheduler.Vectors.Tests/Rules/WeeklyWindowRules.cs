using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where preferred maintenance windows differ from v1.3.</summary>
internal static class WeeklyWindowRules
{
    public static readonly IReadOnlyList<Rule<WeeklyWindowCase, string>> All =
    [
        new("26", 6, "the days between the first and the last belong to the window",
            vector => Differs(vector) && IsOnDayBetween(vector), Expected),
        new("26", 17, "so does the last minute of its first day",
            vector => Differs(vector) && !IsOnDayBetween(vector) && !EndsOnItsFirstDay(vector), Expected),
        new("26", 4, "a window that ends on the weekday of its begin is an interval too",
            vector => Differs(vector) && !IsOnDayBetween(vector) && EndsOnItsFirstDay(vector), Expected),
        new("26", 9, "a window that ends when it begins is an error",
            vector => vector.Theirs != WeeklyWindowCase.Error && Model(vector) is { IsEmpty: true }, _ => WeeklyWindowCase.Error),
        new("27", 20, "days are mon to sun and times are times, or the window is an error",
            vector => vector.Theirs != WeeklyWindowCase.Error && Model(vector) is null, _ => WeeklyWindowCase.Error),
    ];

    private static bool Differs(WeeklyWindowCase vector) =>
        vector.Theirs != WeeklyWindowCase.Error && Model(vector) is { IsEmpty: false } model && model.IsOpenAt(vector.At) != model.IsOpenInV13At(vector.At);

    private static bool IsOnDayBetween(WeeklyWindowCase vector) => Model(vector)!.IsOnDayBetween(vector.At);

    private static bool EndsOnItsFirstDay(WeeklyWindowCase vector) => Model(vector)!.EndsOnItsFirstDay;

    private static string Expected(WeeklyWindowCase vector) => WeeklyWindowCase.StateOf(Model(vector)!.IsOpenAt(vector.At));

    private static WeeklyWindowModel? Model(WeeklyWindowCase vector) => WeeklyWindowModel.From(vector.Window);
}
