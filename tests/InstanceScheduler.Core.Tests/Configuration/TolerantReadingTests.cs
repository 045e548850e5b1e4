using CsCheck;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Configuration;

public sealed class TolerantReadingTests
{
    private static readonly ConfigItem Office = Period("office", "begintime=09:00", "endtime=17:00");

    public static TheoryData<ConfigValue, bool> Flags() => new()
    {
        { Flag(true), true },
        { Flag(false), false },
        { Text("true"), true },
        { Text("False"), false },
        { Text(" TRUE "), true },
        { Text("1"), true },
        { Text("0"), false },
    };

    public static TheoryData<ConfigValue> Lists() => new()
    {
        Many("mon", "wed-fri"),
        Many("wed-fri", "mon"),
        Many("mon,wed-fri"),
        Text("mon,wed-fri"),
        Text(" mon , wed-fri "),
        Many(" mon ", "wed-fri"),
        Many("mon", " wed , thu-fri"),
        Many("mon", "wed-fri "),
        Many("0", "2-4"),
    };

    public static TheoryData<ConfigValue?> Nothing() => new()
    {
        null,
        Text(""),
        Text("  "),
        Many(),
        Many(""),
    };

    [Theory]
    [MemberData(nameof(Flags))]
    public void A_flag_is_a_boolean_or_its_name(ConfigValue value, bool expected) =>
        Assert.Equal(expected, ReadSchedule(Schedule("s").With("enforced", value)).Enforced);

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_is_a_set_a_list_or_a_text_with_commas(ConfigValue value)
    {
        var weekdays = Read(Period("p").With("weekdays", value)).Periods["p"].Weekdays!;
        Assert.Equal([0, 2, 3, 4], Enumerable.Range(0, 7).Where(weekdays.AlwaysContains));
        Assert.DoesNotContain(' ', weekdays.Text);
    }

    [Fact]
    public void A_text_may_be_a_number_a_flag_or_a_set_of_one()
    {
        var items = new[] { Text("5"), Flag(true), Many("5") }.Select(value => Schedule("s").With("description", value));
        Assert.Equal(["5", "true", "5"], items.Select(item => ReadSchedule(item).Description!), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public void Empty_null_and_absent_are_alike(ConfigValue? value)
    {
        string[] attributes =
        [
            "timezone", "override_status", "overwrite", "enforced", "stop_new_instances", "use_metrics", "description", "ssm_maintenance_window",
        ];
        var plain = Schedule("s", "periods=office");
        var item = attributes.Aggregate(plain, (so, name) => value is null ? so : so.With(name, value));
        var schedule = ReadSchedule(Office, item);
        var expected = ReadSchedule(Office, plain);
        Assert.Equal(expected, schedule with { Periods = expected.Periods });
        Assert.Equal((DesiredState.Running, null, true), (Wish(schedule), schedule.UseMetrics, schedule.StopNewInstances));
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public void A_period_with_empty_conditions_runs_always(ConfigValue? value)
    {
        string[] attributes = ["begintime", "endtime", "weekdays", "monthdays", "months"];
        var item = attributes.Aggregate(Period("p"), (so, name) => value is null ? so : so.With(name, value));
        var period = Read(item).Periods["p"];
        Assert.Equal(
            (null, null, null, null, null), (period.Begin, period.End, period.Weekdays, period.MonthDays, period.Months));
    }

    [Fact]
    public void Unknown_types_and_attributes_are_ignored()
    {
        var configuration = Read(
            new ConfigItem("note", "n", Office.Attributes), Settings("colour=red"), Office,
            Schedule("s", "periods=office", "colour=red").With("shape", new ConfigValue.Foreign("a map")));
        Assert.Empty(configuration.Problems);
        Assert.Single(configuration.Schedules);
    }

    [Fact]
    public void One_bad_item_never_stops_the_rest()
    {
        var configuration = Read(
            Settings("trace=perhaps", "tagname=Plan"),
            Period("bad", "weekdays=foo"),
            Office,
            Schedule("needs-bad", "periods=bad"),
            Schedule("needs-both", "periods=office,bad"),
            Schedule("overridden", "periods=bad", "override_status=stopped"),
            Schedule("good", "periods=office"));
        Assert.Equal("Plan", configuration.Settings.TagName);
        Assert.Equal(["good", "overridden"], configuration.Schedules.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(
            ["config \"scheduler\"", "period \"bad\"", "schedule \"needs-bad\"", "schedule \"needs-both\""],
            configuration.Problems.Select(problem => problem.Item), StringComparer.Ordinal);
    }

    [Fact]
    public void The_order_of_items_never_matters()
    {
        ConfigItem[] items =
        [
            Settings("default_timezone=Nowhere"), Office, Period("bad", "months=foo"), Period("other"),
            Schedule("a", "periods=office"), Schedule("b", "periods=bad", "timezone=UTC"), Schedule("c", "periods=other", "timezone=PRC"),
        ];
        var expected = Summary(Read(items));
        Gen.Shuffle(items).Sample(shuffled => Summary(Read(shuffled)) == expected, iter: 500);
    }

    [Fact]
    public void Defaults_without_any_item()
    {
        var settings = Read().Settings;
        Assert.Equal(("Schedule", "UTC"), (settings.TagName, settings.DefaultTimeZone));
        Assert.Equal((false, true, true, false, false),
            (settings.ScheduleClusters, settings.CreateRdsSnapshot, settings.ScheduleLambdaAccount, settings.UseMetrics, settings.Trace));
        Assert.Empty(settings.ScheduledServices);
    }

    [Fact]
    public void A_schedule_without_periods_and_override_is_always_stopped() =>
        Assert.Equal(DesiredState.Stopped, Wish(ReadSchedule(Schedule("s"))));

    [Theory]
    [InlineData("true", OverrideStatus.Running)]
    [InlineData("false", OverrideStatus.Stopped)]
    public void The_old_overwrite_still_counts(string overwrite, OverrideStatus expected) =>
        Assert.Equal(expected, ReadSchedule(Schedule("s", $"overwrite={overwrite}")).Override);

    [Theory]
    [InlineData("Asia/Shanghai", "Asia/Shanghai")]
    [InlineData("asia/SHANGHAI", "Asia/Shanghai")]
    [InlineData("PRC", "PRC")]
    [InlineData("us/pacific", "US/Pacific")]
    [InlineData("Asia/Chongqing", "Asia/Chongqing")]
    public void Zones_match_without_regard_to_case_and_know_old_names(string written, string id) =>
        Assert.Equal(id, ReadSchedule(Schedule("s", $"timezone={written}")).Zone.Id);

    private static DesiredState Wish(Schedule schedule) =>
        ScheduleEvaluator.Evaluate(schedule, NodaTime.Instant.FromUtc(2024, 3, 13, 12, 0)).State;

    private static string Summary(SchedulerConfiguration configuration) =>
        string.Join("; ", configuration.Schedules.Keys.Order(StringComparer.Ordinal)) + " | " + string.Join("; ", configuration.Problems);
}
