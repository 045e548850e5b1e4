using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Configuration;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("90m", 90, "90m")]
    [InlineData(" 8H ", 8 * 60, "8h")]
    [InlineData("48h", 48 * 60, "2d")]
    [InlineData("7d", 7 * 24 * 60, "7d")]
    [InlineData("366d", 366 * 24 * 60, "366d")]
    [InlineData("60m", 60, "1h")]
    public void Lengths(string text, int minutes, string again)
    {
        Assert.Equal(Duration.FromMinutes(minutes), DurationText.TryParse(text));
        Assert.Equal(again, DurationText.Format(DurationText.TryParse(text)!.Value));
        Assert.Equal(DurationText.TryParse(text), DurationText.TryParse(again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("8")]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("8 h")]
    [InlineData("8w")]
    [InlineData("367d")]
    [InlineData("2147483647d")]
    [InlineData("9999999999h")]
    public void Anything_else(string text) => Assert.Null(DurationText.TryParse(text));

    [Theory]
    [InlineData(2 * 24 * 60 + 3 * 60 + 59, "2d 3h")]
    [InlineData(3 * 60 + 12, "3h 12m")]
    [InlineData(12, "12m")]
    public void What_is_left(int minutes, string words) => Assert.Equal(words, DurationText.Left(Duration.FromMinutes(minutes)));
}
