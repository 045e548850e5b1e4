using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public sealed class RdsTagTests : RdsTest
{
    [Theory]
    [InlineData("db:a")]
    [InlineData("cluster:c")]
    public async Task Tags_are_set_replaced_removed_and_listed(string resource)
    {
        var tags = new Dictionary<string, string> { ["keep"] = "1", ["old"] = "1", ["aws:cloudformation:stack-name"] = "s" };
        Rds.Add(new LocalDatabase { Id = "a", Tags = tags });
        Rds.Add(new LocalCluster { Id = "c", Tags = tags });

        var added = await Call("AddTagsToResource", Tagged(resource, ("started", "2026-11-23 01:00 UTC 数"), ("old", "2"), ("empty", "")));
        var removed = await Call(
            "RemoveTagsFromResource", ("ResourceName", Arn(resource)), ("TagKeys.member.1", "keep"), ("TagKeys.member.2", "unknown"));
        var listed = await Call("ListTagsForResource", ("ResourceName", Arn(resource)));

        Assert.Equal((200, 200), (added.Status, removed.Status));
        Assert.Equal(
            ("AddTagsToResourceResponse", "ResponseMetadata"),
            (added.Root.Name.LocalName, string.Join(' ', added.Root.Elements().Select(e => e.Name.LocalName))));
        Assert.Equal("aws:cloudformation:stack-name=s, empty=, old=2, started=2026-11-23 01:00 UTC 数", listed.Tags);
        Assert.Equal(listed.Tags, (await Call(resource[0] == 'd' ? "DescribeDBInstances" : "DescribeDBClusters")).Tags);
    }

    [Theory]
    [InlineData("", "v", "InvalidParameterValue")]
    [InlineData("aws:x", "v", "InvalidParameterValue")]
    [InlineData("AWS:x", "v", "InvalidParameterValue")]
    [InlineData("rds:x", "v", "InvalidParameterValue")]
    [InlineData("k", "aws:v", "InvalidParameterValue")]
    [InlineData("k,l", "v", "InvalidParameterValue")]
    [InlineData("k", "a,b", "InvalidParameterValue")]
    [InlineData("k", "a&b", "InvalidParameterValue")]
    [InlineData("k", "a\n", "InvalidParameterValue")]
    [InlineData("k", "a#b", "InvalidParameterValue")]
    [InlineData("k", "Aé数 1_.:/=+-@", null)]
    [InlineData("*128", "*256", null)]
    [InlineData("*129", "v", "InvalidParameterValue")]
    [InlineData("k", "*257", "InvalidParameterValue")]
    public async Task A_tag_is(string key, string value, string? expected)
    {
        static string Full(string text) => text.StartsWith('*') ? new string('x', int.Parse(text[1..])) : text;
        var database = Add("a");

        var answer = await Call("AddTagsToResource", Tagged("db:a", ("first", "v"), (Full(key), Full(value))));

        Assert.Equal(expected, answer.Error);
        Assert.Equal(expected is null ? 2 : 0, database.CurrentTags.Count);
    }

    [Theory]
    [InlineData(49, null)]
    [InlineData(50, "InvalidParameterValue")]
    public async Task There_are_fifty_tags_at_most_not_counting_those_of_aws(int before, string? expected)
    {
        var tags = Enumerable.Range(0, before).Select(i => ($"k{i}", "v")).Append(("aws:x", "v")).ToArray();
        Add("a", "available", tags);

        var answer = await Call("AddTagsToResource", Tagged("db:a", ("k0", "new"), ("one-more", "v")));

        Assert.Equal(expected, answer.Error);
        Assert.True(expected is null || answer.Message.Contains("50 tags", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a", "InvalidParameterValue")]
    [InlineData("arn:aws-cn:rds:cn-northwest-1:123456789012:db:a", "InvalidParameterValue")]
    [InlineData("arn:aws-cn:rds:cn-north-1:210987654321:db:a", "InvalidParameterValue")]
    [InlineData("arn:aws:rds:cn-north-1:123456789012:db:a", "InvalidParameterValue")]
    [InlineData("arn:aws-cn:rds:cn-north-1:123456789012:og:a", "InvalidParameterValue")]
    [InlineData("arn:aws-cn:rds:cn-north-1:123456789012:db:b", "DBInstanceNotFound")]
    [InlineData("arn:aws-cn:rds:cn-north-1:123456789012:cluster:a", "DBClusterNotFoundFault")]
    public async Task A_name_must_be_that_of_something_there(string name, string expected)
    {
        Add("a");

        Assert.Equal(expected, (await Call("ListTagsForResource", ("ResourceName", name))).Error);
        Assert.Equal(expected, (await Call("RemoveTagsFromResource", ("ResourceName", name), ("TagKeys.member.1", "k"))).Error);
    }

    [Theory]
    [InlineData("AddTagsToResource", "MissingParameter")]
    [InlineData("RemoveTagsFromResource", "MissingParameter")]
    public async Task A_change_without_tags_is_refused(string action, string expected)
    {
        Add("a");

        Assert.Equal(expected, (await Call(action, ("ResourceName", Arn("db:a")))).Error);
    }

    [Fact]
    public async Task Tagging_is_refused_as_told_or_denied()
    {
        var database = Add("a");
        database.TagRefusal = "InvalidDBInstanceState";
        var refused = await Call("AddTagsToResource", Tagged("db:a", ("k", "v")));
        database.TagRefusal = null;
        Rds.Deny(Hub, Beijing, "rds:AddTagsToResource");
        var denied = await Call("AddTagsToResource", Tagged("db:a", ("k", "v")));

        Assert.Equal(("InvalidDBInstanceState", "AccessDenied"), (refused.Error, denied.Error));
        Assert.Empty(database.CurrentTags);
    }

    [Fact]
    public void People_tag_without_a_call()
    {
        var database = Add("a");
        Rds.HumanTag(database, "Schedule", "office");
        Rds.HumanTag(database, "Team", "x");
        Rds.HumanTag(database, "Team", null);

        Assert.Equal(["Schedule"], database.CurrentTags.Keys);
    }

    private static (string, string)[] Tagged(string resource, params (string Key, string Value)[] tags) =>
    [
        ("ResourceName", Arn(resource)),
        .. tags.SelectMany((t, i) => new[] { ($"Tags.Tag.{i + 1}.Key", t.Key), ($"Tags.Tag.{i + 1}.Value", t.Value) }),
    ];
}
