using System.Collections.Immutable;
using CsCheck;
using InstanceScheduler.Core.Tagging;

namespace InstanceScheduler.Core.Tests.Tagging;

public sealed class TagPlanTests
{
    [Theory]
    //           started    stopped    after a start  after a stop
    [InlineData("", "", "-() +()", "-() +()")]
    [InlineData("on=1", "", "-() +(on=1)", "-(on) +()")]
    [InlineData("", "off=1", "-(off) +()", "-() +(off=1)")]
    [InlineData("on=1", "off=1", "-(off) +(on=1)", "-(on) +(off=1)")]
    [InlineData("state=on,a=1", "state=off,b=2", "-(b) +(state=on,a=1)", "-(a) +(state=off,b=2)")]
    // Keys differ by case.
    [InlineData("State=on", "state=off", "-(state) +(State=on)", "-(State) +(state=off)")]
    public void Of_each_action(string started, string stopped, string afterStart, string afterStop)
    {
        Assert.Equal(afterStart, Describe(TagPlan.AfterStart(Tags(started), Tags(stopped))));
        Assert.Equal(afterStop, Describe(TagPlan.AfterStop(Tags(started), Tags(stopped))));
    }

    [Fact]
    public void An_instance_ends_with_the_tags_of_its_last_action_and_its_own() =>
        Gen.Select(AnyTags(), AnyTags(), Gen.Bool.Array[1, 5]).Sample((started, stopped, starts) =>
        {
            var tags = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["own"] = "kept" };
            foreach (var isStart in starts)
            {
                var plan = isStart ? TagPlan.AfterStart(started, stopped) : TagPlan.AfterStop(started, stopped);
                foreach (var key in plan.Remove)
                    tags.Remove(key);
                foreach (var (key, value) in plan.Set)
                    tags[key] = value;
            }

            var last = starts[^1] ? started : stopped;
            return tags.SequenceEqual(last.Append(KeyValuePair.Create("own", "kept")).OrderBy(tag => tag.Key, StringComparer.Ordinal));
        });

    [Fact]
    public void Nothing_to_do_is_empty()
    {
        Assert.True(TagPlan.AfterStart([], []).IsEmpty);
        Assert.False(TagPlan.AfterStop(Tags("a=1"), []).IsEmpty);
        Assert.False(TagPlan.AfterStart(Tags("a=1"), []).IsEmpty);
    }

    internal static ImmutableArray<KeyValuePair<string, string>> Tags(string text) =>
        TagTemplate.Render("started_tags", text, "dev", default).Tags;

    internal static string Describe(TagPlan plan) =>
        $"-({string.Join(',', plan.Remove)}) +({string.Join(',', plan.Set.Select(tag => $"{tag.Key}={tag.Value}"))})";

    private static Gen<ImmutableArray<KeyValuePair<string, string>>> AnyTags() =>
        Gen.OneOf<string>("a=1", "a=2", "b=1", "c=3", "d=").Array[0, 4].Select(pieces => Tags(string.Join(',', pieces)));
}
