using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Linting;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Linting;

public sealed class ConfigurationLintTests
{
    private static readonly ConfigItem Office = Period("office", "begintime=09:00", "endtime=18:00", "weekdays=mon-fri");

    // What every page of the docs shows, and what a stack begins with.
    private static readonly ConfigItem[] Good =
    [
        Settings("default_timezone=Asia/Shanghai", "scheduled_services=ec2,rds", "started_tags=state=started {year}"),
        Period("working-days", "weekdays=mon-fri"), Period("weekends", "weekdays=sat-sun"),
        Period("office-hours", "begintime=09:00", "endtime=17:00", "weekdays=mon-fri"),
        Period("first-monday-in-quarter", "weekdays=mon#1", "months=jan/3"),
        Period("cn-office-hours", "begintime=09:00", "endtime=18:00", "weekdays=mon-fri"),
        Schedule("seattle-office-hours", "periods=office-hours", "timezone=US/Pacific"),
        Schedule("uk-office-hours", "periods=office-hours", "timezone=Europe/London"),
        Schedule("cn-office-hours", "periods=cn-office-hours", "timezone=Asia/Shanghai"),
        Schedule("stopped", "override_status=stopped"), Schedule("running", "override_status=running"),
        Schedule("scale-up-down", "timezone=UTC").With("periods", Many("weekends@t2.nano", "working-days@t2.micro")),
    ];

    /// <summary>Items besides the good ones, the finding expected of them, and where.</summary>
    public static TheoryData<ConfigItem[], string> Findings => new()
    {
        { [Schedule("s", "periods=ofice-hours")], "schedule \"s\": periods: period \"ofice-hours\" does not exist (did you mean \"office-hours\"?)" },
        { [Schedule("s", "periods=ofice-hours", "override_status=stopped")], "schedule \"s\": periods: period \"ofice-hours\" does not exist (did you mean \"office-hours\"?), which the override hides" },
        { [Office], "period \"office\": no schedule uses it" },
        {
            [Period("noon", "begintime=12:00", "endtime=14:00"), Schedule("s", "periods=noon,office-hours")],
            "schedule \"s\": periods: period \"noon\" and period \"office-hours\" overlap (on 2024-01-01, for example)"
        },
        {
            [Period("late", "begintime=17:02", "endtime=22:00"), Schedule("s", "periods=office-hours,late")],
            "schedule \"s\": periods: period \"office-hours\" ends 2 minutes before period \"late\" begins, and everything is stopped in between (on 2024-01-01, for example)"
        },
        {
            [Period("evening", "begintime=20:00", "endtime=23:58"), Period("night", "begintime=00:00", "endtime=04:00", "weekdays=sun"), Schedule("s", "periods=evening,night")],
            "schedule \"s\": periods: period \"evening\" ends 2 minutes before period \"night\" begins, and everything is stopped in between (on 2024-01-06, for example)"
        },
        // 10 and 11 of the list of differences.
        {
            [Period("on", "begintime=09:00"), Period("off", "endtime=17:00"), Schedule("s", "periods=on,off")],
            "schedule \"s\": periods: period \"on\" has only a begin and period \"off\" only an end, which never stops what the other keeps running"
        },
        {
            [Period("late", "begintime=20:00"), Schedule("s", "periods=office-hours,late")],
            "schedule \"s\": periods: the end of period \"office-hours\" at 17:00 stops nothing, since period \"late\" has no wish before 20:00"
        },
        {
            [Period("off", "endtime=20:00"), Schedule("s", "periods=office-hours,off")],
            "schedule \"s\": periods: the end of period \"office-hours\" at 17:00 stops nothing, since period \"off\" has no wish before 20:00"
        },
        { [Period("p", "begintime=09:00", "endtime=09:00"), Schedule("s", "periods=p")], "period \"p\": endtime: 09:00 is its begin and its end, so it never runs" },
        {
            [Period("p", "begintime=00:00", "endtime=23:59"), Schedule("s", "periods=p")],
            "period \"p\": endtime: 23:59 is not the end of the day: schedule \"s\" stops in its last minute and starts again; write 24:00"
        },
        { [Period("p"), Schedule("s", "periods=p")], "period \"p\": it has no condition, so it runs always" },
        { [Schedule("s", "periods=office-hours", "enforced=true").With("stop_new_instances", Flag(false)).With("enforced", Flag(true))], "schedule \"s\": stop_new_instances: it is off, and enforced stops" },
        { [Schedule("s", "periods=office-hours", "max_uptime=8h").With("enforced", Flag(true))], "schedule \"s\": max_uptime: it contradicts enforced, which would start again at once what has run long enough, so it is ignored; use one of the two" },
        { [Schedule("s", "periods=office-hours").With("respect_manual_stop", Flag(true)).With("enforced", Flag(true))], "schedule \"s\": respect_manual_stop: it contradicts enforced" },
        { [Schedule("ignore", "periods=office-hours")], "schedule \"ignore\": name: without this schedule the tag value \"ignore\" would say that an instance is never started or stopped" },
        { [Override("o", "schedule=cn-ofice-hours", "state=running", "end=2026-11-25T22:00+08:00", "expires=1")], "override \"o\": schedule: schedule \"cn-ofice-hours\" does not exist (did you mean \"cn-office-hours\"?); correct the name, or cancel the override" },
        { [Override("o", "schedule=ignore", "state=running", "end=2026-11-25T22:00+08:00", "expires=1")], "override \"o\": schedule: \"ignore\" stands for instances that are never touched, by an override neither" },
        { [Override("o", "instance=i-012", "state=running", "end=2026-11-25T22:00+08:00", "expires=1")], "override \"o\": instance: \"i-012\" is no id of an EC2 instance" },
        { [Override("o", "instance=orders", "service=ec2", "state=running", "end=2026-11-25T22:00+08:00", "expires=1")], "override \"o\": instance: \"orders\" is no id of an EC2 instance" },
        { [Override("o", "instance=i-0123456789abcdef0", "service=rds", "state=running", "end=2026-11-25T22:00+08:00", "expires=1")], "override \"o\": instance: \"i-0123456789abcdef0\" is an id of EC2, and no name of a database" },
        { [Override("o", "instance=orders", "state=running", "end=2026-11-25T22:00+08:00")], "override \"o\": expires: it has none, so it stays in the table after its end" },
        { [Override("o", "instance=orders", "state=running", "end=2026-11-25T22:00", "expires=1")], "override \"o\": end: \"2026-11-25T22:00\" is not a moment with an offset" },
        { [Override("o", "instance=orders", "state=runing", "end=2026-11-25T22:00Z", "expires=1", "reson=x")], "override \"o\": reson: nobody reads this attribute (did you mean \"reason\"?)" },
        { [Schedule("s", "periods=office-hours", "enforced=true")], "schedule \"s\": enforced: \"true\" is a text, and v1.x takes any text for true; store it as a boolean (BOOL)" },
        { [Schedule("s", "periods=office-hours", "timezone=Asia/Shangai")], "schedule \"s\": timezone: time zone \"Asia/Shangai\" does not exist (did you mean \"Asia/Shanghai\"?)" },
        { [Settings("default_timezone=Nowhere"), Schedule("s", "periods=office-hours")], "schedule \"s\": timezone: it has no zone of its own, and the default time zone does not exist" },
        { [Period("p", "monthdays=31", "months=feb"), Schedule("s", "periods=p")], "period \"p\": monthdays: no date has all of monthdays 31 and months feb, so it never holds" },
        { [Period("p", "monthdays=30,31W", "months=feb"), Schedule("s", "periods=p")], "period \"p\": monthdays: no date has all of monthdays 30,31W and months feb" },
        { [Period("p", "weekdays=mon#1", "monthdays=8-31"), Schedule("s", "periods=p")], "period \"p\": monthdays: no date has all of weekdays mon#1 and monthdays 8-31" },
        { [Schedule("s", "periods=office-hours", "time_zone=PRC")], "schedule \"s\": time_zone: nobody reads this attribute (did you mean \"timezone\"?); correct its name, or remove it" },
        { [Schedule("s", "periods=office-hours", "ssm_maintenance_window=w")], "schedule \"s\": ssm_maintenance_window: a window is named, and use_maintenance_window is off" },
        { [Schedule("s")], "schedule \"s\": periods: it has neither periods nor an override, so its instances are always stopped" },
        { [new ConfigItem("shedule", "s", [])], "shedule \"s\": nobody reads items of this type (did you mean \"schedule\"?) and name" },
        { [Settings("stopped_tags=aws:x=1", "default_timezone=UTC")], "config \"scheduler\": stopped_tags: \"aws:x=1\" has a key that AWS keeps for itself" },
        { [Settings("scheduled_services=ec2,s3")], "config \"scheduler\": scheduled_services: \"s3\" is not known; use ec2, rds" },
        { [Settings("tagname=Schedule")], "config \"scheduler\": scheduled_services is empty, or the item does not exist: nothing is scheduled; set it to ec2, rds" },
        // Nights: they meet what begins on the next day.
        {
            [Period("night", "begintime=22:00", "endtime=09:30", "weekdays=sun"), Schedule("s", "periods=night,office-hours")],
            "schedule \"s\": periods: period \"night\" and period \"office-hours\" overlap (on 2024-01-07, for example)"
        },
        {
            [Period("night", "begintime=22:00", "endtime=06:00"), Period("late", "begintime=23:00", "endtime=05:00"), Schedule("s", "periods=night,late")],
            "schedule \"s\": periods: period \"night\" and period \"late\" overlap (on 2024-01-01, for example)"
        },
        {
            [Period("night", "begintime=22:00", "endtime=08:57", "weekdays=sun"), Schedule("s", "periods=office-hours,night")],
            "schedule \"s\": periods: period \"night\" ends 3 minutes before period \"office-hours\" begins, and everything is stopped in between (on 2024-01-07, for example)"
        },
        {
            [Period("night", "begintime=22:00", "endtime=06:00"), Period("late", "begintime=20:00"), Schedule("s", "periods=night,late")],
            "schedule \"s\": periods: the end of period \"night\" at 06:00 stops nothing, since period \"late\" has no wish before 20:00"
        },
        // Dates.
        { [Period("p", "from=2026-10-01", "until=2026-10-31", "months=feb"), Schedule("s", "periods=p")], "period \"p\": until: no date has all of months feb and from 2026-10-01 and until 2026-10-31" },
        { [Period("p", "years=2031", "monthdays=29", "months=feb"), Schedule("s", "periods=p")], "period \"p\": until: no date has all of monthdays 29 and months feb and years 2031" },
        {
            [Period("p", "begintime=12:00", "endtime=13:00", "years=2150"), Schedule("s", "periods=p,office-hours")],
            "schedule \"s\": periods: period \"p\" and period \"office-hours\" overlap (on 2150-01-01, for example)"
        },
        // Calendars.
        { [Calendar("plant", "holidays=2026-10-01")], "calendar \"plant\": no schedule, period or calendar uses it; name it in one, or delete it" },
        { [Calendar("plant"), Schedule("s", "periods=office-hours", "calendar=plant")], "calendar \"plant\": it has no days, so every week is a plain one" },
        { [Calendar("plant", "holiday=2026-10-01")], "calendar \"plant\": holiday: nobody reads this attribute (did you mean \"holidays\"?)" },
        { [Calendar("plant", "extends=plant")], "calendar \"plant\": extends: it leads back to itself: plant, plant" },
        { [Period("p", "weekdays=mon-fri,holiday"), Schedule("s", "periods=p")], "period \"p\": weekdays: \"mon-fri,holiday\" asks for holidays, and schedule \"s\" has no calendar that tells them" },
        { [Period("p", "weekdays=holiday", "calendar=none"), Schedule("s", "periods=p", "calendar=cn")], "period \"p\": weekdays: \"holiday\" asks for holidays" },
        { [Period("p", "monthdays=1-7", "calendar=cn"), Schedule("s", "periods=p")], "period \"p\": calendar: calendar \"cn\" changes nothing" },
        { [Schedule("s", "periods=office-hours", "calendar=cm")], "schedule \"s\": calendar: calendar \"cm\" does not exist (did you mean \"cn\"?)" },
        { [Period("p", "weekdays=mon-fry"), Schedule("s", "periods=p")], "period \"p\": weekdays: \"mon-fry\" cannot be read" },
    };

    [Fact]
    public void Nothing_is_found_in_what_a_stack_begins_with() => Assert.Empty(ConfigurationLint.Check(Good));

    [Theory]
    [MemberData(nameof(Findings))]
    public void Each_mistake_is_found_where_it_is(ConfigItem[] items, string expected)
    {
        var others = Good.Where(good => !items.Any(item => item.Type == good.Type && item.Name == good.Name));
        Assert.Contains(ConfigurationLint.Check([.. others, .. items]), finding => finding.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_without_settings_schedules_nothing_and_a_file_may_be_without()
    {
        ConfigItem[] items = [Office, Schedule("s", "periods=office", "timezone=PRC")];
        Assert.Empty(ConfigurationLint.Check(items));
        Assert.Equal(
            "config \"scheduler\": scheduled_services is empty, or the item does not exist: nothing is scheduled; set it to ec2, rds",
            Assert.Single(ConfigurationLint.Check(items, isWhole: true)).ToString());
    }

    /// <summary>What looks like a mistake and is none.</summary>
    public static TheoryData<ConfigItem[]> Harmless =>
    [
        [Period("late", "begintime=17:01", "endtime=22:00"), Schedule("s", "periods=office-hours,late")],
        [Period("late", "begintime=17:00", "endtime=22:00"), Schedule("s", "periods=office-hours,late")],
        [Period("late", "begintime=17:06", "endtime=22:00"), Schedule("s", "periods=office-hours,late")],
        [Period("rest", "begintime=12:00", "endtime=14:00", "weekdays=sat"), Schedule("s", "periods=office-hours,rest")],
        [Period("noon", "begintime=12:00", "endtime=14:00"), Schedule("s").With("periods", Many("noon@m5.large", "office-hours@m5.xlarge"))],
        [Period("evening", "begintime=20:00", "endtime=23:59"), Period("night", "begintime=00:00", "endtime=04:00"), Schedule("s", "periods=evening,night")],
        [Period("all", "begintime=00:00", "endtime=23:59"), Period("never", "begintime=00:00", "endtime=01:00", "months=feb", "monthdays=29"), Schedule("s").With("periods", Many("all@a", "never@b"))],
        [Period("on", "begintime=09:00"), Schedule("s", "periods=on")],
        [Period("night", "begintime=22:00", "endtime=06:00"), Schedule("s", "periods=office-hours,night")],
        [Period("night", "begintime=18:00", "endtime=09:00", "weekdays=sun"), Schedule("s", "periods=office-hours,night")],
        [Period("once", "from=2000-01-03", "until=2000-01-03", "weekdays=mon"), Schedule("s", "periods=once")],
        [Period("days", "weekdays=workday"), Schedule("s", "periods=days", "calendar=cn"), Schedule("t", "periods=days")],
        [Period("off", "weekdays=holiday"), Schedule("s", "periods=off", "calendar=cn")],
        [Calendar("cn", "extends=cn", "holidays=2027-10-01")],
        [Calendar("plant", "extends=cn", "holidays=2026-08-03"), Period("days", "weekdays=mon-fri", "calendar=plant"), Schedule("s", "periods=days")],
        [Period("leap", "monthdays=29", "months=feb", "weekdays=mon#5"), Schedule("s", "periods=leap")],
        [Schedule("s", "periods=office-hours").With("stop_new_instances", Flag(false))],
        [Schedule("s", "periods=office-hours", "ssm_maintenance_window=w").With("use_maintenance_window", Flag(true))],
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_works_as_it_reads_is_no_finding(ConfigItem[] items) => Assert.Empty(ConfigurationLint.Check([.. Good, .. items]));

    [Fact]
    public void All_that_a_run_reports_is_found_in_the_same_words()
    {
        ConfigItem[] items = [Period("bad", "begintime=25:00"), Schedule("s", "periods=bad"), Settings("trace=perhaps", "default_timezone=Nowhere", "scheduled_services=ec2")];
        var problems = Read(items).Problems.Select(problem => problem.ToString()).Order(StringComparer.Ordinal);
        var findings = ConfigurationLint.Check(items).Where(finding => finding.Severity == LintSeverity.Error).Select(finding => finding.ToString());
        Assert.Equal(problems, findings.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
