using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class ReportClockTests
{
    [Fact]
    public void Places_and_times_follow_the_display_zone()
    {
        var clock = new ReportClock(Reports.Of());

        Assert.Equal("Mon 26 Oct 2026 00:00 – Wed 28 Oct 2026 00:00", clock.Period());
        Assert.Equal("Asia/Shanghai, UTC+08", clock.ZoneName());
        Assert.Equal("Mon 26 Oct 09:05 – 18:00", clock.Range(Reports.Span(9 + (5 / 60d), 18, PowerState.On)));
        Assert.Equal("Mon 26 Oct 18:00 – Tue 27 Oct 00:00", clock.Range(Reports.Span(18, 24, PowerState.On)));
        Assert.Equal("18.75%", clock.Place(Reports.Start + Duration.FromHours(9)));
        Assert.Equal([12, 36], clock.AtHour(12).Select(noon => (noon - Reports.Start).TotalHours));
    }

    [Fact]
    public void A_long_day_is_wide_and_its_zone_names_both_offsets()
    {
        var pacific = DateTimeZoneProviders.Tzdb["US/Pacific"];
        var (start, end) = (pacific.AtStartOfDay(new LocalDate(2026, 10, 31)).ToInstant(), pacific.AtStartOfDay(new LocalDate(2026, 11, 2)).ToInstant());
        var clock = new ReportClock(Reports.Of() with { DisplayZone = pacific, End = end, Start = start });

        Assert.Equal("US/Pacific, UTC-07 then UTC-08", clock.ZoneName());
        Assert.Equal([24, 25], clock.Days().Select(day => (day.To - day.From).TotalHours));
        Assert.Equal([12, 37], clock.AtHour(12).Select(noon => (noon - start).TotalHours));
    }

    [Fact]
    public void Days_are_cut_to_the_play()
    {
        var report = Reports.Of() with { Start = Reports.Start + Duration.FromHours(-3) };

        Assert.Equal([3, 24, 24], new ReportClock(report).Days().Select(day => (day.To - day.From).TotalHours));
        Assert.Equal([true, false, false], new ReportClock(report).Days().Select(day => day.IsWeekend));
    }

    [Theory]
    [InlineData(40, "40 s")]
    [InlineData(300, "5 min")]
    [InlineData(3600, "1 h")]
    [InlineData(32_100, "8 h 55 min")]
    [InlineData(604_800, "168 h")]
    public void Lengths_read_as_people_say_them(int seconds, string text) => Assert.Equal(text, ReportText.Length(Duration.FromSeconds(seconds)));
}
