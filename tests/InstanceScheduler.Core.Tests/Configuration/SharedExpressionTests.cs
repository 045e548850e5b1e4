using InstanceScheduler.Core.Calendars;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Configuration;

/// <summary>Periods that are written alike share their conditions, and nothing else.</summary>
public sealed class SharedExpressionTests
{
    [Fact]
    public void A_condition_that_two_periods_share_is_kept_once()
    {
        var periods = Read(Period("a", "weekdays=mon-fri"), Period("b", "weekdays=mon-fri"), Period("c", "weekdays=fri-mon")).Periods;
        Assert.Same(periods["a"].Weekdays, periods["b"].Weekdays);
        Assert.NotEqual(periods["a"].Weekdays, periods["c"].Weekdays);
    }

    [Fact]
    public void The_same_text_means_another_thing_in_another_field()
    {
        var period = Read(Period("p", "weekdays=1-3", "monthdays=1-3", "months=1-3")).Periods["p"];
        Assert.Equal(
            [CalendarField.Weekdays, CalendarField.MonthDays, CalendarField.Months],
            new[] { period.Weekdays!.Field, period.MonthDays!.Field, period.Months!.Field });
    }

    [Fact]
    public void An_unreadable_condition_is_a_problem_of_each_period_that_has_it()
    {
        var problems = Read(Period("a", "weekdays=monkey"), Period("b", "weekdays=monkey")).Problems;
        Assert.Equal(["period \"a\"", "period \"b\""], problems.Select(problem => problem.Item), StringComparer.Ordinal);
        Assert.Single(problems.Select(problem => problem.Message).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_of_periods_stand_in_the_order_in_which_they_are_written()
    {
        var schedule = ReadSchedule(
            Schedule("s").With("periods", Many(" office ", "late,night")), Period("night", "endtime=06:00"), Period("office", "begintime=09:00"), Period("late", "endtime=22:00"));
        Assert.Equal(["office", "late", "night"], schedule.Periods.Select(period => period.Period.Name), StringComparer.Ordinal);
    }
}
