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
    public void Begin_later_than_end() => Check(
        [Period("p", "begintime=17:00", "endtime=09:00")],
        "period \"p\": begintime: \"17:00\" is later than endtime \"09:00\"; "
            + "for a period over midnight use two periods, one until 24:00 and one from 00:00");

    [Fact]
    public void Bad_weekday() => Check(
        [Period("p", "weekdays=mon,monkey")],
        "period \"p\": weekdays: \"monkey\" cannot be read: expected a name such as mon or sunday, or a number from 0 to 6");

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
