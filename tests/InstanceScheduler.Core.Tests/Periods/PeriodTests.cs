using NodaTime.Text;

namespace InstanceScheduler.Core.Tests.Periods;

public sealed class PeriodTests
{
    [Theory]
    // Begin is inside, end is not.
    [InlineData("09:00", "17:00", "2024-03-13T08:59:59", "Stopped")]
    [InlineData("09:00", "17:00", "2024-03-13T09:00:00", "Running")]
    [InlineData("09:00", "17:00", "2024-03-13T16:59:59", "Running")]
    [InlineData("09:00", "17:00", "2024-03-13T17:00:00", "Stopped")]
    // 24:00 is the end of the day; an equal begin and end never run.
    [InlineData("09:00", "24:00", "2024-03-13T23:59:59", "Running")]
    [InlineData("00:00", "24:00", "2024-03-13T00:00:00", "Running")]
    [InlineData("00:00", "23:59", "2024-03-13T23:59:00", "Stopped")]
    [InlineData("09:00", "09:00", "2024-03-13T09:00:00", "Stopped")]
    // One-sided: no wish before the time given.
    [InlineData("09:00", "", "2024-03-13T08:59:00", "Any")]
    [InlineData("09:00", "", "2024-03-13T23:59:00", "Running")]
    [InlineData("", "17:00", "2024-03-13T16:59:00", "Any")]
    [InlineData("", "17:00", "2024-03-13T17:00:00", "Stopped")]
    [InlineData("", "24:00", "2024-03-13T23:59:00", "Any")]
    // No times: all day.
    [InlineData("", "", "2024-03-13T00:00:00", "Running")]
    // Another weekday: stopped, whatever the time.
    [InlineData("09:00", "", "2024-03-16T08:00:00", "Stopped")]
    [InlineData("", "", "2024-03-16T12:00:00", "Stopped")]
    public void Wish_on_working_days(string begin, string end, string local, string expected)
    {
        var item = TestItems.Period("p", $"begintime={begin}", $"endtime={end}", "weekdays=mon-fri");
        var period = TestItems.Read(item).Periods["p"];
        Assert.Equal(expected, period.StateAt(LocalDateTimePattern.GeneralIso.Parse(local).Value).ToString());
    }

    [Theory]
    // Over midnight: the days are those on which it begins. 2024-03-15 is a Friday, the 17th a Sunday.
    [InlineData("22:00", "06:00", "2024-03-13T21:59:59", "Stopped")]
    [InlineData("22:00", "06:00", "2024-03-13T22:00:00", "Running")]
    [InlineData("22:00", "06:00", "2024-03-14T05:59:59", "Running")]
    [InlineData("22:00", "06:00", "2024-03-14T06:00:00", "Stopped")]
    [InlineData("22:00", "06:00", "2024-03-15T23:00:00", "Running")]
    [InlineData("22:00", "06:00", "2024-03-16T03:00:00", "Running")]
    [InlineData("22:00", "06:00", "2024-03-16T23:00:00", "Stopped")]
    [InlineData("22:00", "06:00", "2024-03-18T03:00:00", "Stopped")]
    [InlineData("22:00", "00:00", "2024-03-13T23:59:59", "Running")]
    [InlineData("22:00", "00:00", "2024-03-14T00:00:00", "Stopped")]
    [InlineData("00:01", "00:00", "2024-03-16T00:00:00", "Stopped")]
    public void Wish_of_a_period_over_midnight(string begin, string end, string local, string expected) => Wish_on_working_days(begin, end, local, expected);

    [Theory]
    // Months and years end in the night too: it is the evening that counts.
    [InlineData("monthdays=L", "2024-02-29T23:00:00", "Running")]
    [InlineData("monthdays=L", "2024-03-01T05:00:00", "Running")]
    [InlineData("monthdays=L", "2024-03-01T23:00:00", "Stopped")]
    [InlineData("monthdays=1", "2024-03-01T05:00:00", "Stopped")]
    [InlineData("months=dec", "2025-01-01T05:00:00", "Running")]
    [InlineData("months=dec", "2024-12-01T05:00:00", "Stopped")]
    [InlineData("years=2024", "2025-01-01T05:00:00", "Running")]
    [InlineData("years=2024", "2024-01-01T05:00:00", "Stopped")]
    [InlineData("until=2024-03-13", "2024-03-14T05:00:00", "Running")]
    [InlineData("until=2024-03-13", "2024-03-14T23:00:00", "Stopped")]
    [InlineData("from=2024-03-13", "2024-03-13T05:00:00", "Stopped")]
    [InlineData("weekdays=thu#2", "2024-03-15T05:00:00", "Running")]
    public void Conditions_of_a_period_over_midnight(string condition, string local, string expected)
    {
        var period = TestItems.Read(TestItems.Period("p", "begintime=22:00", "endtime=06:00", condition)).Periods["p"];
        Assert.Equal(expected, period.StateAt(LocalDateTimePattern.GeneralIso.Parse(local).Value).ToString());
    }

    [Theory]
    // Both ends are included, and one may be absent.
    [InlineData("from=2026-02-15", "2026-02-14", false)]
    [InlineData("from=2026-02-15", "2026-02-15", true)]
    [InlineData("until=2026-02-23", "2026-02-23", true)]
    [InlineData("until=2026-02-23", "2026-02-24", false)]
    [InlineData("until= 2026-02-23 ", "2026-02-23", true)]
    [InlineData("years=2026", "2026-12-31", true)]
    [InlineData("years=2026", "2027-01-01", false)]
    [InlineData("years=2024,2028 - 2030", "2029-05-05", true)]
    [InlineData("years=2024-2036/4", "2032-05-05", true)]
    [InlineData("years=2024-2036/4", "2030-05-05", false)]
    [InlineData("years=2024/4", "2196-05-05", true)]
    [InlineData("years=*", "2196-05-05", true)]
    public void Dated(string condition, string date, bool expected) =>
        Assert.Equal(expected, TestItems.Read(TestItems.Period("p", condition)).Periods["p"].HoldsOn(LocalDatePattern.Iso.Parse(date).Value));

    [Theory]
    // All conditions have to hold.
    [InlineData("mon-fri", "13-15", "mar", "2024-03-13", true)]
    [InlineData("mon-fri", "13-15", "mar", "2024-03-12", false)]
    [InlineData("sat", "13-15", "mar", "2024-03-13", false)]
    [InlineData("mon-fri", "13-15", "apr", "2024-03-13", false)]
    // Empty conditions are none.
    [InlineData("", "", "", "2024-03-16", true)]
    public void Dates(string weekdays, string monthDays, string months, string date, bool expected)
    {
        var item = TestItems.Period("p", $"weekdays={weekdays}", $"monthdays={monthDays}", $"months={months}");
        Assert.Equal(expected, TestItems.Read(item).Periods["p"].HoldsOn(LocalDatePattern.Iso.Parse(date).Value));
    }
}
