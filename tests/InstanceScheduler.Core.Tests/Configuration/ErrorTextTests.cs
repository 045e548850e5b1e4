using InstanceScheduler.Core.Configuration;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Configuration;

/// <summary>The texts that operators read, pinned whole.</summary>
public sealed class ErrorTextTests
{
    private static readonly ConfigItem Office = Period("office", "begintime=09:00", "endtime=17:00");

    [Fact]
    public void Unknown_period() => Check(
        [Office, Schedule("s", "periods=offce")],
        "schedule \"s\": periods: period \"offce\" does not exist (did you mean \"office\"?)");

    [Fact]
    public void Unknown_period_like_no_other() => Check(
        [Office, Schedule("s", "periods=weekend")],
        "schedule \"s\": periods: period \"weekend\" does not exist");

    [Fact]
    public void Unreadable_begin() => Check(
        [Period("p", "begintime=9.00")],
        "period \"p\": begintime: \"9.00\" is not a time; write H:MM or HH:MM, from 00:00 to 23:59");

    [Fact]
    public void Unreadable_end() => Check(
        [Period("p", "endtime=25:00")],
        "period \"p\": endtime: \"25:00\" is not a time; write H:MM or HH:MM, from 00:00 to 24:00");

    [Fact]
    public void First_date_later_than_the_last() => Check(
        [Period("p", "from=2026-10-02", "until=2026-10-01")],
        "period \"p\": from: \"2026-10-02\" is later than until \"2026-10-01\"");

    [Fact]
    public void Unreadable_date() => Check(
        [Period("p", "until=1.10.2026")],
        "period \"p\": until: \"1.10.2026\" is not a date; write it as 2026-10-01, in the years 1970 to 2199");

    [Fact]
    public void Bad_year() => Check(
        [Period("p", "years=2026,26")],
        "period \"p\": years: \"26\" cannot be read: expected a year from 1970 to 2199, a range, or *");

    [Fact]
    public void Word_in_a_range() => Check(
        [Period("p", "weekdays=workday-sat")],
        "period \"p\": weekdays: \"workday-sat\" cannot be read: \"workday\" stands alone, or beside other items of a list; it is no end of a range and takes no /, # or L");

    [Fact]
    public void Unknown_calendar_of_a_schedule() => Check(
        [Calendar("plant", "holidays=2026-10-01"), Schedule("s", "calendar=plan", "periods=")],
        "schedule \"s\": calendar: calendar \"plan\" does not exist (did you mean \"plant\"?)");

    [Fact]
    public void Unknown_calendar_of_a_period() => Check(
        [Period("p", "calendar=cm")],
        "period \"p\": calendar: calendar \"cm\" does not exist (did you mean \"cn\"?)");

    [Fact]
    public void A_date_that_is_both() => Check(
        [Calendar("c", "holidays=2026-10-01/2026-10-07", "workdays=2026-10-03")],
        "calendar \"c\": workdays: 2026-10-03 is listed as a holiday and as a workday; leave it in one of the two");

    [Fact]
    public void A_range_the_wrong_way_round() => Check(
        [Calendar("c", "holidays=2026-10-07/2026-10-01")],
        "calendar \"c\": holidays: \"2026-10-07/2026-10-01\" ends before it begins");

    [Fact]
    public void A_day_that_does_not_exist() => Check(
        [Calendar("c", "workdays=2026-02-30")],
        "calendar \"c\": workdays: \"2026-02-30\" is not a date; write 2026-10-01, or 2026-10-01/2026-10-07 for days in a row, in the years 1970 to 2199");

    [Fact]
    public void A_calendar_that_extends_what_is_not_there() => Check(
        [Calendar("c", "extends=cnn")],
        "calendar \"c\": extends: calendar \"cnn\" does not exist (did you mean \"cn\"?)");

    [Fact]
    public void Calendars_in_a_circle() => Check(
        [Calendar("a", "extends=b"), Calendar("b", "extends=a")],
        "calendar \"b\": extends: it leads back to itself: a, b, a",
        "calendar \"a\": extends: calendar \"b\" cannot be used, see its own error");

    [Fact]
    public void A_calendar_named_none() => Check(
        [Calendar("none", "holidays=2026-10-01")],
        "calendar \"none\": name: \"none\" stands for no calendar at all; give it another name");

    [Fact]
    public void Bad_weekday() => Check(
        [Period("p", "weekdays=mon,monkey")],
        "period \"p\": weekdays: \"monkey\" cannot be read: expected a name such as mon or sunday, workday, weekend, holiday, or a number from 0 to 6");

    [Fact]
    public void Bad_day_of_the_month() => Check(
        [Period("p", "monthdays=1,32")],
        "period \"p\": monthdays: \"32\" cannot be read: expected a day from 1 to 31, a range, *, L, or a day with W");

    [Fact]
    public void Bad_occurrence() => Check(
        [Period("p", "weekdays=mon#6")],
        "period \"p\": weekdays: \"mon#6\" cannot be read: occurrence is a number from 1 to 5");

    [Fact]
    public void Range_of_a_name_and_a_number() => Check(
        [Period("p", "months=jan-6")],
        "period \"p\": months: \"jan-6\" cannot be read: a range joins two names or two numbers");

    [Fact]
    public void Unknown_zone() => Check(
        [Schedule("s", "timezone=Asia/Shangai")],
        "schedule \"s\": timezone: time zone \"Asia/Shangai\" does not exist (did you mean \"Asia/Shanghai\"?); use a name such as Asia/Shanghai");

    [Fact]
    public void Unknown_default_zone() => Check(
        [Settings("default_timezone=Asia/Bejing"), Schedule("a"), Schedule("b", "timezone=UTC")],
        "config \"scheduler\": default_timezone: time zone \"Asia/Bejing\" does not exist; schedules without a zone of their own are left out",
        "schedule \"a\": timezone: it has no zone of its own, and the default time zone does not exist");

    [Fact]
    public void Two_overrides() => Check(
        [Schedule("s", "override_status=running").With("overwrite", Flag(false))],
        "schedule \"s\": overwrite: it is set beside override_status \"running\"; remove one of the two");

    [Fact]
    public void Unknown_override() => Check(
        [Schedule("s", "override_status=on")],
        "schedule \"s\": override_status: \"on\" is unknown; use running or stopped");

    [Fact]
    public void Broken_period() => Check(
        [Period("p", "begintime=noon"), Schedule("s", "periods=p")],
        "period \"p\": begintime: \"noon\" is not a time; write H:MM or HH:MM, from 00:00 to 23:59",
        "schedule \"s\": periods: period \"p\" cannot be used, see its own error");

    [Theory]
    [InlineData("office@")]
    [InlineData("office@m5@large")]
    public void Type_that_is_none(string reference) => Check(
        [Office, Schedule("s", $"periods={reference}")],
        $"schedule \"s\": periods: \"{reference}\" must be a period, or a period@instancetype");

    [Fact]
    public void Unreadable_flag() => Check(
        [Schedule("s", "enforced=maybe")],
        "schedule \"s\": enforced: \"maybe\" cannot be read; expected true or false");

    [Fact]
    public void Unreadable_setting() => Check(
        [Settings("use_metrics=perhaps")],
        "config \"scheduler\": use_metrics: \"perhaps\" cannot be read; expected true or false; the default is used");

    [Theory]
    [InlineData("description", "a text")]
    [InlineData("weekdays", "a list of names")]
    public void Foreign_attribute(string attribute, string expected) => Check(
        [Period("p").With(attribute, new ConfigValue.Foreign("a map"))],
        $"period \"p\": {attribute}: a map cannot be read; expected {expected}");

    [Fact]
    public void Why_a_schedule_cannot_be_used()
    {
        var configuration = Read(Office, Schedule("bad", "periods=nope"), Schedule("good", "periods=office"));
        Assert.Equal("schedule \"bad\": periods: period \"nope\" does not exist", configuration.WhyUnusable("bad"));
        Assert.Equal("schedule \"goood\" does not exist (did you mean \"good\"?)", configuration.WhyUnusable("goood"));
    }

    private static void Check(ConfigItem[] items, params string[] problems) =>
        Assert.Equal(problems, Read(items).Problems.Select(problem => problem.ToString()), StringComparer.Ordinal);
}
