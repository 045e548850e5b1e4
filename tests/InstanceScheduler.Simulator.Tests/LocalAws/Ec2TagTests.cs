using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class Ec2TagTests(Transport transport) : LocalAwsTest(transport)
{
    private const string A = "i-0000000000000000a";

    public static TheoryData<string, int, string?> Limits => new()
    {
        // What is asked, of how many, and the refusal.
        { "tags", 50, null },
        { "tags", 51, "TagLimitExceeded" },
        { "tags", 0, "MissingParameter" },
        { "resources", 1000, null },
        { "resources", 1001, "InvalidParameterValue" },
        { "resources", 0, "MissingParameter" },
        { "length of the key", 127, null },
        { "length of the key", 128, "InvalidParameterValue" },
        { "length of the value", 256, null },
        { "length of the value", 257, "InvalidParameterValue" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Tags_can_be_set_up_to(string what, int count, string? expected)
    {
        var ids = Enumerable.Range(0, what == "resources" ? count : 1).Select(i => $"i-{i:x8}").ToList();
        ids.ForEach(id => Aws.Ec2.Add(new LocalInstance { Id = id, Tags = Tags(("aws:reserved", "does not count")) }));
        var tags = Enumerable.Range(0, what == "tags" ? count : 1).Select(i => new Tag($"key{i}", "v")).ToList();
        if (what == "length of the key")
        {
            tags[0].Key = new string('键', count);
        }
        else if (what == "length of the value")
        {
            tags[0].Value = new string('值', count);
        }

        using var ec2 = Ec2();

        var error = await Record.ExceptionAsync(() => ec2.CreateTagsAsync(new CreateTagsRequest { Resources = ids, Tags = tags }));

        Assert.Equal(expected, (error as AmazonEC2Exception)?.ErrorCode);
        Assert.All(Aws.Ec2.Instances, i => Assert.Equal(expected is null ? tags.Count + 1 : 1, i.CurrentTags.Count));
    }

    [Fact]
    public async Task The_fiftieth_tag_can_be_replaced_though_no_other_added()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, Tags = Tags([.. Enumerable.Range(0, 50).Select(i => ($"key{i}", "old"))]) });
        using var ec2 = Ec2();

        await ec2.CreateTagsAsync(new CreateTagsRequest { Resources = [A], Tags = [new Tag("key49", "new")] });
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.CreateTagsAsync(new CreateTagsRequest { Resources = [A], Tags = [new Tag("key50", "new")] }));

        Assert.Equal("TagLimitExceeded", error.ErrorCode);
        Assert.Equal("new", Aws.Ec2[A].CurrentTags["key49"]);
    }

    [Theory]
    [InlineData("create", "aws:autoscaling:groupName")]
    [InlineData("create", "AWS:x")]
    [InlineData("create", "twice,twice")]
    [InlineData("delete", "aws:autoscaling:groupName")]
    public async Task Some_keys_are_refused_and_nothing_is_done(string action, string keys)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, Tags = Tags(("aws:autoscaling:groupName", "group"), ("own", "v")) });
        var tags = keys.Split(',').Select(key => new Tag(key, "v")).Append(new Tag("own", "v")).ToList();
        using var ec2 = Ec2();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => action == "create"
            ? ec2.CreateTagsAsync(new CreateTagsRequest { Resources = [A], Tags = tags })
            : (Task)ec2.DeleteTagsAsync(new DeleteTagsRequest { Resources = [A], Tags = tags }));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
        Assert.Equal(["aws:autoscaling:groupName", "own"], Aws.Ec2[A].CurrentTags.Keys);
    }

    [Theory]
    // A key alone deletes whatever its value, a value only itself; without any tag all of one's own go.
    [InlineData("absent", "a=1,b=,c=3")]
    [InlineData("a", "b=,c=3")]
    [InlineData("a=1", "b=,c=3")]
    [InlineData("a=2", "a=1,b=,c=3")]
    [InlineData("b=", "a=1,c=3")]
    [InlineData("a=", "a=1,b=,c=3")]
    [InlineData("absent,c,a=1", "b=")]
    [InlineData("", "")]
    public async Task Deleting_leaves(string doomed, string expected)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, Tags = Tags(("a", "1"), ("b", ""), ("c", "3"), ("aws:kept", "v")) });
        using var ec2 = Ec2();
        var tags = doomed.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(t => t.Split('=')).Select(t => t.Length == 1 ? new Tag(t[0]) : new Tag(t[0], t[1])).ToList();

        await ec2.DeleteTagsAsync(new DeleteTagsRequest { Resources = [A], Tags = tags });

        var left = Aws.Ec2[A].CurrentTags.Where(t => t.Key != "aws:kept").Select(t => $"{t.Key}={t.Value}");
        Assert.Equal(expected, string.Join(',', left));
        Assert.True(Aws.Ec2[A].CurrentTags.ContainsKey("aws:kept"));
    }

    private static Dictionary<string, string> Tags(params (string Key, string Value)[] tags) =>
        tags.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
}

public sealed class Ec2TagInProcessTests() : Ec2TagTests(Transport.InProcess);

public sealed class Ec2TagLoopbackTests() : Ec2TagTests(Transport.Loopback);
