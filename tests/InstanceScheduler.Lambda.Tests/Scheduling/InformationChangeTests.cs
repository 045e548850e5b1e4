using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Scheduling;

public sealed class InformationChangeTests
{
    [Theory]
    // tag now  | problem | under way | sets, removes
    [InlineData(null, null, false, "", "")]
    [InlineData(null, "Capacity", false, "IS-Error=Capacity", "")]
    [InlineData("Capacity", "Capacity", false, "", "")]
    [InlineData("Capacity", "Capacity", true, "", "")]
    [InlineData("Capacity", "Licence", false, "IS-Error=Licence", "")]
    [InlineData("Capacity", null, false, "", "IS-Error,IS-ErrorMessage")]
    // Tried again, and nobody knows yet whether it helped.
    [InlineData("Capacity", null, true, "", "")]
    public void Error_tags_change_with_the_cause_only(string? present, string? cause, bool isUnderWay, string sets, string removes)
    {
        var problem = cause is null ? null : new Problem(cause, "it did not work", ["i-1"]);

        var (set, remove) = InformationChange.Of(new InformationalTags(null, present, present), action: null, problem, isUnderWay);

        Assert.Equal(sets, string.Join(',', set.Where(tag => tag.Key == "IS-Error").Select(tag => $"{tag.Key}={tag.Value}")));
        Assert.Equal(removes, string.Join(',', remove));
        Assert.Equal(sets.Length > 0, set.Any(tag => tag is { Key: "IS-ErrorMessage", Value: "it did not work" }));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5000)]
    public void A_value_fits_into_a_tag_and_keeps_its_characters_whole(int length)
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F600", length / 2)) + "x";

        var (set, _) = InformationChange.Of(InformationalTags.None, null, new Problem("Long", text, ["i-1"]), isUnderWay: false);

        var value = set.Single(tag => tag.Key == "IS-ErrorMessage").Value;
        Assert.InRange(value.Length, 250, 255);
        Assert.False(char.IsHighSurrogate(value[^2]));
    }

    [Fact]
    public void An_action_is_told_with_its_time()
    {
        var text = InformationChange.ActionText(isStart: true, "my-stack", Instant.FromUtc(2026, 11, 23, 1, 0));
        ImmutableArray<KeyValuePair<string, string>> expected = [KeyValuePair.Create("IS-LastAction", "Started by my-stack at 2026-11-23T01:00:00Z")];

        Assert.Equal(expected.AsEnumerable(), InformationChange.Of(InformationalTags.None, text, cause: null, isUnderWay: true).Set);
    }
}
