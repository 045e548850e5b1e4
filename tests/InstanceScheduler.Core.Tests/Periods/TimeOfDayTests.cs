using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Core.Tests.Periods;

public sealed class TimeOfDayTests
{
    [Theory]
    [InlineData("09:00", "09:00")]
    [InlineData("9:00", "09:00")]
    [InlineData("9:5", "09:05")]
    [InlineData("00:00", "00:00")]
    [InlineData("23:59", "23:59")]
    public void Readable(string text, string expected) => Assert.Equal(expected, TimeOfDay.TryParse(text, mayBeEndOfDay: false)?.ToString());

    [Theory]
    [InlineData("24:01")]
    [InlineData("25:00")]
    [InlineData("9:60")]
    [InlineData("9")]
    [InlineData("09.00")]
    [InlineData("09:00:00")]
    [InlineData("|9:00")]
    [InlineData("-1:00")]
    [InlineData("９:00")]
    [InlineData("")]
    public void Unreadable(string text) => Assert.Null(TimeOfDay.TryParse(text, mayBeEndOfDay: true));

    [Fact]
    public void Only_an_end_can_be_the_end_of_the_day()
    {
        Assert.Null(TimeOfDay.TryParse("24:00", mayBeEndOfDay: false));
        Assert.Equal(TimeOfDay.EndOfDay, TimeOfDay.TryParse("24:00", mayBeEndOfDay: true));
    }
}
