using InstanceScheduler.Simulator.Report;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("web-1", "web-1")]
    [InlineData("测试 \U0001F469\u200D\U0001F4BB café", "测试 \U0001F469\u200D\U0001F4BB café")] // joiners make the emoji
    [InlineData("\u001b[31mred\u0007", "[U+001B][31mred[U+0007]")]
    [InlineData("exe.\u202Etxt", "exe.[U+202E]txt")]
    [InlineData("a\0b\r\n", "a[U+0000]b[U+000D][U+000A]")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero[U+200B]width[U+FEFF]")]
    [InlineData("\uFFFE", "[U+FFFE]")]
    public void Characters_that_act_are_shown(string text, string visible) => Assert.Equal(visible, VisibleText.Of(text));

    // Not rows: a runner that writes its results as XML could not name them.
    [Fact]
    public void Half_a_character_is_shown()
    {
        Assert.Equal("a[U+D83D]b", VisibleText.Of("a\uD83Db"));
        Assert.Equal("\U0001F469[U+DC69]", VisibleText.Of("\U0001F469\uDC69"));
    }
}
