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
