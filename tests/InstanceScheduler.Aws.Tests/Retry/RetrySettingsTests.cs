using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Tests.Retry;

public sealed class RetrySettingsTests
{
    [Theory]
    [InlineData("5,5,20,0.4", 5, 5, 20, 0.4)]
    [InlineData(" 5 , 10 , 30 , 0.25 ", 5, 10, 30, 0.25)]
    [InlineData("0.5,0,1,0", 0.5, 0, 1, 0)]
    [InlineData("3600,3600,3600,1", 3600, 3600, 3600, 1)]
    [InlineData("0,0,0,0", 0, 0, 0, 0)]
    public void Four_numbers_are_read(string text, double first, double increment, double maximum, double factor) =>
        Assert.Equal(
            new RetrySettings(TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(increment), TimeSpan.FromSeconds(maximum), factor),
            RetrySettings.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5,5,20")]
    [InlineData("5,5,20,0.4,1")]
    [InlineData("5;5;20;0.4")]
    [InlineData("5,five,20,0.4")]
    [InlineData("5,,20,0.4")]
    [InlineData("-1,5,20,0.4")]
    [InlineData("5,5,20,1.1")] // would make waits negative
    [InlineData("5,5,20,-0.1")]
    [InlineData("3601,5,20,0.4")]
    [InlineData("NaN,5,20,0.4")]
    [InlineData("5,5,Infinity,0.4")]
    public void Anything_else_is_not(string text) => Assert.Null(RetrySettings.TryParse(text));

    [Fact]
    public void The_default_is_that_of_the_setting() => Assert.Equal(RetrySettings.TryParse("5,5,20,0.4"), RetrySettings.Default);

    [Theory]
    // Grows by the increment up to the maximum; 0.5 is the middle of the random part.
    [InlineData("5,5,20,0.4", 0, 0.5, 5)]
    [InlineData("5,5,20,0.4", 1, 0.5, 10)]
    [InlineData("5,5,20,0.4", 3, 0.5, 20)]
    [InlineData("5,5,20,0.4", 4, 0.5, 20)]
    [InlineData("5,5,20,0.4", int.MaxValue, 0.5, 20)]
    // The random part reaches as far down as up, past the maximum too.
    [InlineData("5,5,20,0.4", 0, 0, 3)]
    [InlineData("5,5,20,0.4", 0, 1, 7)]
    [InlineData("5,5,20,0.4", 9, 1, 28)]
    [InlineData("30,5,20,0", 0, 0.5, 20)]
    // Never without a pause: an error that stays would be asked for as fast as the wire goes.
    [InlineData("0,0,0,0", 0, 0.5, 0.1)]
    [InlineData("5,5,20,1", 0, 0, 0.1)]
    public void A_wait_is(string text, int attempt, double random, double seconds) =>
        Assert.Equal(seconds, RetrySettings.TryParse(text)!.Delay(attempt, random).TotalSeconds, 6);
}
