using CsCheck;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Schedules;

public sealed class ScheduleEvaluatorTests
{
    [Theory]
    // Of several running periods the latest begin decides; on a tie the name that sorts first; one without a begin loses.
    [InlineData("t1@a,t3@b", "10:30", "Running PeriodRuns t3 b")]
    [InlineData("t3@b,t1@a", "10:30", "Running PeriodRuns t3 b")]
    [InlineData("t2@b,t1@a", "10:30", "Running PeriodRuns t1 a")]
    [InlineData("t4@z,t1@a", "10:30", "Running PeriodRuns t1 a")]
    [InlineData("t4@z,t4@a", "20:00", "Running PeriodRuns t4 a")]
    [InlineData("t4@z,t4", "20:00", "Running PeriodRuns t4 ")]
    // A period without a wish hides the stop of the others.
    [InlineData("t1,late", "18:00", "Any OneSidedPeriod  ")]
    [InlineData("t1,late", "12:00", "Running PeriodRuns t1 ")]
    // Two periods with a minute between them are one; name and type come from the minute before.
    [InlineData("am@a,pm@b", "11:59", "Running AdjacentPeriods am a")]
    [InlineData("am", "11:59", "Stopped NoPeriodRuns  ")]
    [InlineData("am,pm", "17:00", "Stopped NoPeriodRuns  ")]
    // None at all.
    [InlineData("", "12:00", "Stopped NoPeriodRuns  ")]
    public void Periods_decide(string references, string time, string expected) =>
        Assert.Equal(expected, Describe(Office($"periods={references}"), time));

    [Theory]
    [InlineData("running", "03:00", "Running Override override_status ")]
    [InlineData("stopped", "10:00", "Stopped Override override_status ")]
    public void An_override_wins(string status, string time, string expected) =>
        Assert.Equal(expected, Describe(Office("periods=t1", $"override_status={status}"), time));

    [Theory]
    // A running instance of another type has to stop first.
    [InlineData(true, "t3.micro", true, DesiredState.StoppedForResize)]
    [InlineData(true, "m5.large", true, DesiredState.Running)]
    [InlineData(false, "t3.micro", true, DesiredState.Running)]
    [InlineData(true, "t3.micro", false, DesiredState.Running)]
    public void A_type_is_asked_for(bool running, string type, bool allowResize, DesiredState expected)
    {
        var outcome = ScheduleEvaluator.Evaluate(Office("periods=t1@m5.large"), Instant.FromUtc(2024, 3, 13, 12, 0));
        Assert.Equal(expected, outcome.StateFor(running, type, allowResize));
    }

    [Theory]
    // While it runs with an accepted type, it is not stopped to be resized.
    [InlineData(true, "m6i.large", "m6i.large,m5a.large", DesiredState.Running)]
    [InlineData(true, "m5.large", "m6i.large", DesiredState.Running)]
    [InlineData(true, "t3.micro", "m6i.large,m5a.large", DesiredState.StoppedForResize)]
    [InlineData(true, "M6I.large", "m6i.large", DesiredState.StoppedForResize)]
    [InlineData(true, "t3.micro", "", DesiredState.StoppedForResize)]
    public void An_accepted_type_fits(bool running, string type, string accepted, DesiredState expected)
    {
        var outcome = ScheduleEvaluator.Evaluate(Office("periods=t1@m5.large"), Instant.FromUtc(2024, 3, 13, 12, 0));
        Assert.Equal(expected, outcome.StateFor(running, type, allowResize: true, [.. accepted.Split(',')]));
    }

    [Fact]
    public void A_stopped_instance_of_an_accepted_type_still_gets_the_asked_one()
    {
        var outcome = ScheduleEvaluator.Evaluate(Office("periods=t1@m5.large"), Instant.FromUtc(2024, 3, 13, 12, 0));
        var desired = outcome.StateFor(running: false, "m6i.large", allowResize: true, ["m6i.large"]);
        var decision = DecisionTable.Decide(
            new InstanceFacts(Running: false, "m6i.large", AllowResize: true), StoredState.Stopped, desired, outcome.InstanceType, default);
        Assert.Equal((ScheduledAction.Start, "m5.large"), (decision.Action, decision.ResizeTo));
    }

    [Theory]
    [InlineData("periods=t1@m5.large")]
    [InlineData("override_status=stopped")]
    [InlineData("override_status=running")]
    [InlineData("periods=late")]
    public void An_open_maintenance_window_decides_alone(string attribute)
    {
        var at = Instant.FromUtc(2024, 3, 13, 12, 0);
        var schedule = Office(attribute) with { UseMaintenanceWindow = true };
        var outcome = ScheduleEvaluator.Evaluate(schedule, at, "wed:11:00-wed:13:00");
        Assert.Equal((DesiredState.Running, OutcomeCause.MaintenanceWindow), (outcome.State, outcome.Cause));
        Assert.Null(outcome.Period);
        Assert.Equal(DesiredState.Running, outcome.StateFor(running: true, "t3.micro", allowResize: true));
        Assert.Equal(
            ScheduleEvaluator.Evaluate(schedule, at),
            ScheduleEvaluator.Evaluate(schedule with { UseMaintenanceWindow = false }, at, "wed:11:00-wed:13:00"));
    }

    [Fact]
    public void A_maintenance_window_is_named_as_the_cause() => Assert.Equal(
        "maintenance window \"patching\" is open (use_maintenance_window of schedule \"office\")",
        ScheduleOutcome.InMaintenanceWindow("patching").Explain("office"));

    [Fact]
    public void The_order_of_periods_never_matters() =>
        Gen.Select(AnySchedules.Any, AnySchedules.Date, AnySchedules.Minute).Sample((schedule, date, minute) =>
        {
            var at = AnySchedules.At(schedule, date, minute);
            var reversed = schedule with { Periods = [.. schedule.Periods.Reverse()] };
            return ScheduleEvaluator.Evaluate(schedule, at) == ScheduleEvaluator.Evaluate(reversed, at);
        }, iter: 5_000);

    [Fact]
    public void Periods_that_meet_are_one_period() =>
        Gen.Select(AnySchedules.Zone, AnySchedules.Minute.Array[3], AnySchedules.Date, AnySchedules.Minute).Sample((zone, times, date, minute) =>
        {
            Array.Sort(times);
            var (a, b, c) = (times[0], times[1], times[2]);
            var two = new Schedule
            {
                Name = "s",
                Zone = zone,
                Periods = [new SchedulePeriod(AnySchedules.Between("first", a, b)), new SchedulePeriod(AnySchedules.Between("second", b, c))],
            };
            var one = two with { Periods = [new SchedulePeriod(AnySchedules.Between("whole", a, c))] };
            var at = AnySchedules.At(two, date, minute);
            return ScheduleEvaluator.EvaluatePeriods(two, at).State == ScheduleEvaluator.EvaluatePeriods(one, at).State;
        }, iter: 5_000);

    private static Schedule Office(params string[] attributes) => TestItems.ReadSchedule(
        TestItems.Period("t1", "begintime=09:00", "endtime=17:00"),
        TestItems.Period("t2", "begintime=09:00", "endtime=12:00"),
        TestItems.Period("t3", "begintime=10:00", "endtime=11:00"),
        TestItems.Period("t4", "weekdays=*"),
        TestItems.Period("am", "begintime=08:00", "endtime=11:59"),
        TestItems.Period("pm", "begintime=12:00", "endtime=17:00"),
        TestItems.Period("late", "begintime=20:00"),
        TestItems.Schedule("s", attributes));

    private static string Describe(Schedule schedule, string time)
    {
        var hours = int.Parse(time[..2]);
        var outcome = ScheduleEvaluator.Evaluate(schedule, Instant.FromUtc(2024, 3, 13, hours, int.Parse(time[3..])));
        return $"{outcome.State} {outcome.Cause} {outcome.Period} {outcome.InstanceType}";
    }
}
