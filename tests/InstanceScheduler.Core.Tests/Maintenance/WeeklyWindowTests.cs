using CsCheck;
using InstanceScheduler.Core.Maintenance;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Core.Tests.Maintenance;

public sealed class WeeklyWindowTests
{
    private const int MinutesPerDay = 24 * 60;
    private const int MinutesPerWeek = 7 * MinutesPerDay;
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // A Monday.
    private static readonly Instant WeekStart = Instant.FromUtc(2024, 3, 4, 0, 0);

    [Theory]
    // Begin included, end excluded; 10 March 2024 is a Sunday.
    [InlineData("wed:03:00-wed:03:30", "2024-03-06T02:59:59Z", false)]
    [InlineData("wed:03:00-wed:03:30", "2024-03-06T03:00:00Z", true)]
    [InlineData("wed:03:00-wed:03:30", "2024-03-06T03:29:59Z", true)]
    [InlineData("wed:03:00-wed:03:30", "2024-03-06T03:30:00Z", false)]
    [InlineData("wed:03:00-wed:03:30", "2024-03-07T03:00:00Z", false)]
    // Over midnight, and over the end of the week.
    [InlineData("sun:23:45-mon:00:15", "2024-03-10T23:44:59Z", false)]
    [InlineData("sun:23:45-mon:00:15", "2024-03-10T23:59:30Z", true)]
    [InlineData("sun:23:45-mon:00:15", "2024-03-11T00:14:00Z", true)]
    [InlineData("sun:23:45-mon:00:15", "2024-03-11T00:15:00Z", false)]
    [InlineData("fri:20:00-sun:04:00", "2024-03-09T12:00:00Z", true)]
    // Until midnight: the last minute counts.
    [InlineData("sun:23:00-mon:00:00", "2024-03-10T23:59:00Z", true)]
    [InlineData("sun:23:00-mon:00:00", "2024-03-11T00:00:00Z", false)]
    // The end before the begin on one day: all week but that.
    [InlineData("thu:23:45-thu:00:15", "2024-03-07T00:14:00Z", true)]
    [InlineData("thu:23:45-thu:00:15", "2024-03-07T12:00:00Z", false)]
    [InlineData("thu:23:45-thu:00:15", "2024-03-12T12:00:00Z", true)]
    // Spelling.
    [InlineData("SUN:3:00-Sun:4:00", "2024-03-10T03:30:00Z", true)]
    [InlineData(" sun:03:00-sun:04:00 ", "2024-03-10T03:30:00Z", true)]
    public void It_is_open(string window, string utc, bool expected) =>
        Assert.Equal(expected, WeeklyWindow.Parse(window).IsOpenAt(InstantPattern.General.Parse(utc).Value));

    [Theory]
    [InlineData("", "", "is not a time of the week; write ddd:hh:mm-ddd:hh:mm, such as sun:23:45-mon:00:15")]
    [InlineData("sun:23:45", "sun:23:45", "is not a time of the week; write ddd:hh:mm-ddd:hh:mm, such as sun:23:45-mon:00:15")]
    [InlineData("sun-mon", "sun", "is not a day with a time; write ddd:hh:mm, such as sun:23:45")]
    [InlineData("sunday:23:45-mon:00:15", "sunday", "is not a day; write mon, tue, wed, thu, fri, sat or sun")]
    [InlineData("mon:01:00-foo:02:00", "foo", "is not a day; write mon, tue, wed, thu, fri, sat or sun")]
    [InlineData("*:01:00-*:02:00", "*", "is not a day; write mon, tue, wed, thu, fri, sat or sun")]
    [InlineData("sun:25:00-mon:00:15", "25:00", "is not a time; write hh:mm, from 00:00 to 23:59")]
    [InlineData("sun:23:45-mon:24:00", "24:00", "is not a time; write hh:mm, from 00:00 to 23:59")]
    [InlineData("sun:23-mon:00:15", "23", "is not a time; write hh:mm, from 00:00 to 23:59")]
    [InlineData("thu:05:00-THU:5:00", "thu:05:00", "is its begin and its end; let it last 30 minutes or more")]
    public void What_cannot_be_read_is_named(string window, string part, string reason)
    {
        var error = Assert.Throws<MaintenanceWindowFormatException>(() => WeeklyWindow.Parse(window));
        Assert.Equal($"maintenance window \"{window}\": \"{part}\" {reason}", error.Message);
        Assert.Equal((window, part, reason), (error.Window, error.Part, error.Reason));
    }

    [Fact]
    public void It_keeps_its_text() => Assert.Equal("Sun:23:45-mon:0:15", WeeklyWindow.Parse(" Sun:23:45-mon:0:15").ToString());

    [Fact]
    public void It_is_open_for_its_length_from_its_begin_every_week() =>
        Gen.Select(Gen.Int[0, MinutesPerWeek - 1], Gen.Int[1, MinutesPerWeek - 1], Gen.Int[0, MinutesPerWeek - 1], Gen.Int[-500, 500])
            .Sample((begin, length, offset, week) =>
            {
                var window = WeeklyWindow.Parse($"{Write(begin)}-{Write((begin + length) % MinutesPerWeek)}");
                var at = WeekStart + Duration.FromMinutes(((long)week * MinutesPerWeek) + begin + offset);
                return window.IsOpenAt(at) == offset < length;
            }, iter: 20_000);

    [Fact]
    public void Of_a_window_and_its_complement_one_is_open() =>
        Gen.Select(Gen.Int[0, MinutesPerWeek - 1], Gen.Int[1, MinutesPerWeek - 1], Gen.Int[0, MinutesPerWeek * 60])
            .Sample((begin, length, second) =>
            {
                var (from, to) = (Write(begin), Write((begin + length) % MinutesPerWeek));
                var at = WeekStart + Duration.FromSeconds(second);
                return WeeklyWindow.Parse($"{from}-{to}").IsOpenAt(at) != WeeklyWindow.Parse($"{to}-{from}").IsOpenAt(at);
            }, iter: 20_000);

    private static string Write(int minute) =>
        $"{Days[minute / MinutesPerDay]}:{minute % MinutesPerDay / 60:00}:{minute % 60:00}";
}
