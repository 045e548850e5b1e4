using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Tests.Problems;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("as it is", 8, "as it is")]
    [InlineData("  trimmed \n", 20, "trimmed")]
    [InlineData("one\ntwo\tthree\u2028four", 20, "one two three four")]
    [InlineData("too long", 7, "too lo…")]
    [InlineData("时间表", 3, "时间表")]
    [InlineData("时间表", 2, "时…")]
    [InlineData("a😀b", 3, "a…")]
    [InlineData("", 5, "")]
    public void Text_fits_into_a_line(string text, int most, string line) => Assert.Equal(line, OneLine.Of(text, most));
}
