using CsCheck;
using InstanceScheduler.Core.Tagging;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Tagging;

public sealed class TagTemplateTests
{
    private static readonly Instant Now = Instant.FromUtc(2024, 1, 5, 7, 8, 9);

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(",", "")]
    [InlineData("a=1", "a=1")]
    [InlineData("a=", "a=")]
    [InlineData("a==", "a==")]
    // Variables are filled in within values only, and what is none of them stays.
    [InlineData("state=by {scheduler} on {year}/{month}/{day} {hour}:{minute} {timezone}", "state=by dev on 2024/01/05 07:08 UTC")]
    [InlineData("k-{year}={year}{Year}{ year }{unknown}{{year}}{year", "k-{year}=2024{Year}{ year }{unknown}{2024}{year")]
    // A piece without = belongs to the value before it.
    [InlineData("a=1,2,b=3,,4", "a=1,2|b=3,,4")]
    [InlineData("a=1,", "a=1,")]
    // Keys are trimmed, values are not; the last value of a key counts, at the place of the first.
    [InlineData(" a = 1 , b=2", "a= 1 |b=2")]
    [InlineData("a=1,b=2, a=3,4", "a=3,4|b=2")]
    [InlineData("标签=值", "标签=值")]
    [InlineData("a=aws:b", "a=aws:b")]
    public void Renders(string? template, string expected)
    {
        var result = TagTemplate.Render("started_tags", template, "dev", Now);
        Assert.Equal(expected, string.Join('|', result.Tags.Select(tag => $"{tag.Key}={tag.Value}")));
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("x,a=1", "a=1", "stopped_tags: \"x\" has no key; write key=value")]
    [InlineData("=x,a=1", "a=1", "stopped_tags: \"=x\" has an empty key; write key=value")]
    [InlineData("a=1, =2,3", "a=1", "stopped_tags: \" =2,3\" has an empty key; write key=value")]
    [InlineData("aws:foo=1,a=1", "a=1",
        "stopped_tags: \"aws:foo=1\" has a key that AWS keeps for itself; choose one that does not begin with aws:")]
    [InlineData(" AWS:foo=1,2,a=1", "a=1",
        "stopped_tags: \" AWS:foo=1,2\" has a key that AWS keeps for itself; choose one that does not begin with aws:")]
    [InlineData("cloudformation:x=1", "",
        "stopped_tags: \"cloudformation:x=1\" has a key that AWS keeps for itself; choose one that does not begin with cloudformation:")]
    public void What_is_left_out_is_named(string template, string expected, string problem)
    {
        var result = TagTemplate.Render("stopped_tags", template, "dev", Now);
        Assert.Equal(expected, result.Text ?? "");
        Assert.Equal(problem, Assert.Single(result.Problems));
    }

    [Fact]
    public void A_variable_in_the_name_of_the_stack_is_filled_in() =>
        Assert.Equal("a=stack 2024", TagTemplate.Render("started_tags", "a={scheduler}", "stack {year}", Now).Text);

    [Fact]
    public void No_tags_are_no_text() => Assert.Null(TagTemplate.Render("started_tags", "aws:a=1", "dev", Now).Text);

    [Fact]
    public void A_rendered_template_renders_as_itself() => AnyTemplate().Sample(template =>
    {
        var first = TagTemplate.Render("started_tags", template, "dev-{month}", Now);
        var again = TagTemplate.Render("started_tags", first.Text, "other", Now + Duration.FromDays(400));
        return again.Problems.IsEmpty && again.Tags.SequenceEqual(first.Tags);
    }, iter: 5_000);

    [Fact]
    public void Keys_are_unique_and_clean() => AnyTemplate().Sample(template =>
    {
        var keys = TagTemplate.Render("started_tags", template, "dev", Now).Tags.Select(tag => tag.Key).ToList();
        return keys.Distinct(StringComparer.Ordinal).Count() == keys.Count
            && keys.TrueForAll(key => key.Length > 0 && key == key.Trim() && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase));
    }, iter: 5_000);

    private static Gen<string> AnyTemplate() =>
        Gen.OneOf<string>("a", "b", " ", ",", "=", "aws:", "AWS:", "cloudformation:", "{year}", "{scheduler}", "{", "}", "中", "-")
            .Array[0, 12].Select(string.Concat);
}
