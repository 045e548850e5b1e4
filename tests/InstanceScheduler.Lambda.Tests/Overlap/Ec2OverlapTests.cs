using Xunit.Abstractions;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>Two runs of one target with instances at once, in every order of their calls to AWS.</summary>
public sealed class Ec2OverlapTests(ITestOutputHelper output) : OverlapTest(output, "ec2")
{
    [Theory]
    [InlineData("twice", false)]
    [InlineData("twice", true)]
    [InlineData("slow", false)]
    [InlineData("slow", true)]
    [InlineData("late", false)]
    [InlineData("late", true)]
    public Task They_end_as_if_they_had_followed_one_another(string pair, bool isImmediate) => ExploreAsync(pair, isImmediate);
}
