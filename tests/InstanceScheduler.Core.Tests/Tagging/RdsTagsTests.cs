using CsCheck;
using InstanceScheduler.Core.Tagging;

namespace InstanceScheduler.Core.Tests.Tagging;

public sealed class RdsTagsTests
{
    [Theory]
    [InlineData("Started 2024/01/05 07:08 UTC", "Started 2024/01/05 07:08 UTC")]
    [InlineData("_.:/=+-@", "_.:/=+-@")]
    [InlineData("中文 é Ⅷ ½ 字", "中文 é Ⅷ ½ 字")]
    [InlineData("𠮷 line separator", "𠮷 line separator")]
    [InlineData("by stack, at >8\tor #9!", "by stack  at  8 or  9 ")]
    // One blank for a character of two code units.
    [InlineData("on 🚀", "on  ")]
    [InlineData("", "")]
    public void Clean(string text, string expected) => Assert.Equal(expected, RdsTags.Clean(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("a ", RdsTags.Clean("a\ud83d"));

    [Fact]
    public void Clean_text_stays() => Gen.String.Sample(text => RdsTags.Clean(RdsTags.Clean(text)) == RdsTags.Clean(text));

    [Theory]
    [InlineData("a!=1#", "b?=2", "-(b) +(a=1 )", "")]
    // Keys that become one are one, and a key that is set is not removed.
    [InlineData("a!=1,a?=2", "a#=3", "-() +(a=2)", "")]
    [InlineData("a=1", "b!=2,b?=3", "-(b) +(a=1)", "")]
    // What RDS would refuse is left out, and named where it was to be set.
    [InlineData("!=1,rds:x=2,🚀RDS:y=3,a=4", "RDS:z=1,?=2", "-() +(a=4)", "!|rds:x|🚀RDS:y")]
    public void Plans(string started, string stopped, string expected, string refused)
    {
        var (plan, left) = RdsTags.Clean(TagPlan.AfterStart(TagPlanTests.Tags(started), TagPlanTests.Tags(stopped)));
        Assert.Equal(expected, TagPlanTests.Describe(plan));
        Assert.Equal(refused, string.Join('|', left));
    }
}
