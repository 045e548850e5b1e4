using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed class DatabaseTagsTests : RdsTest
{
    [Fact]
    public async Task Tags_are_removed_and_set_on_instances_and_clusters()
    {
        AddDatabase("db", tags: [(Tag, "office"), ("stopped", "1"), ("state", "old")]);
        AddCluster("cluster", tags: [(Tag, "office"), ("stopped", "1")]);

        Assert.Empty(await ChangeAsync([("state", "办公 started"), ("by", "Hub")], ["stopped", "never-there"], "db", "cluster"));

        var expected = new Dictionary<string, string> { [Tag] = "office", ["state"] = "办公 started", ["by"] = "Hub" };
        Assert.Equal(expected, Aws.Rds.Database("db").CurrentTags);
        Assert.Equal(expected, Aws.Rds.Cluster("cluster").CurrentTags);
    }

    [Fact]
    public async Task Keys_and_values_are_cleaned_alike()
    {
        AddDatabase("db", tags: ("a b", "1"));

        Assert.Empty(await ChangeAsync([("k!1", "Stopped > 10:00, by {x}")], ["a,b"], "db"));

        Assert.Equal(new Dictionary<string, string> { ["k 1"] = "Stopped   10:00  by  x " }, Aws.Rds.Database("db").CurrentTags);
    }

    [Fact]
    public async Task No_call_is_made_where_there_is_nothing_to_set_or_remove()
    {
        AddDatabase("db");

        Assert.Empty(await ChangeAsync([("a", "1")], [], "db"));
        Assert.Equal(0, Aws.Calls.Count("rds", "RemoveTagsFromResource"));
        Assert.Empty(await ChangeAsync([], ["a"], "db"));
        Assert.Equal(1, Aws.Calls.Count("rds", "AddTagsToResource"));
        Assert.Empty(await ChangeAsync([], [], "db"));
        Assert.Equal(2, Aws.Calls.Count("rds"));
    }

    [Fact]
    public async Task A_key_that_RDS_takes_from_nobody_is_told_and_the_others_are_set()
    {
        AddDatabase("db");
        AddDatabase("db2");

        var problem = Assert.Single(await ChangeAsync([("rds:state", "1"), ("!", "2"), ("fine", "3")], [], "db", "db2"));

        Assert.Equal(("TagKeyRefused", true), (problem.Code, problem.Ids.Order(StringComparer.Ordinal).SequenceEqual(["db", "db2"])));
        Assert.Contains("\"rds:state\", \"!\"", problem.Message, StringComparison.Ordinal);
        Assert.Equal("3", Aws.Rds.Database("db").CurrentTags["fine"]);
    }

    [Theory]
    [InlineData("AddTagsToResource")]
    [InlineData("RemoveTagsFromResource")]
    public async Task What_the_role_may_not_is_one_problem_for_all(string operation)
    {
        AddMany(15, "available");
        Aws.Rds.Deny(Account, Region, $"rds:{operation}");

        var problem = Assert.Single(await ChangeAsync([("a", "1")], ["b"], [.. Enumerable.Range(1, 15).Select(number => $"db{number:000}")]));

        Assert.Equal(("AccessDenied", 15), (problem.Code, problem.Ids.Length));
        Assert.Contains($"allow rds:{operation}", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_tagged_keeps_no_other_from_its_tags()
    {
        AddMany(15, "available");
        Aws.Rds.Database("db003").TagRefusal = "InvalidDBInstanceState";

        var problems = await ChangeAsync([("a", "1")], [], [.. Enumerable.Range(1, 15).Select(number => $"db{number:000}"), "gone"]);

        var problem = Assert.Single(problems, problem => problem.Code != "DBInstanceNotFound");
        Assert.Equal("db003", Assert.Single(problem.Ids));
        Assert.Equal(14, Aws.Rds.Databases.Count(database => database.CurrentTags.ContainsKey("a")));
    }

    [Theory]
    [InlineData("AddTagsToResource")]
    [InlineData("RemoveTagsFromResource")]
    public async Task An_answer_lost_once_or_a_throttle_changes_nothing(string operation)
    {
        AddDatabase("db", tags: ("b", "2"));
        Aws.Faults.Add("rds", operation, LocalFault.LoseAnswer);
        Aws.Faults.Add("rds", operation, LocalFault.Answer("Throttling"));

        Assert.Empty(await ChangeAsync([("a", "1")], ["b"], "db"));
        Assert.Equal(["a"], Aws.Rds.Database("db").CurrentTags.Keys);
    }

    [Fact]
    public async Task A_throttle_for_good_ends_it_and_promises_no_second_time()
    {
        AddMany(30, "available");
        Aws.Faults.Add("rds", "AddTagsToResource", LocalFault.Answer("Throttling"), times: 10_000);
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(60), Time, CancellationToken.None);

        var changes = Changes([("a", "1")], [], [.. Enumerable.Range(1, 30).Select(number => $"db{number:000}")]);

        var problem = Assert.Single(await Service().TagAsync(changes, deadline));

        Assert.Equal("Throttling", problem.Code);
        Assert.Contains("next action", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_time_it_says_who_stays_untagged()
    {
        AddDatabase("db");
        using var deadline = new RunDeadline(TimeSpan.Zero, Time, CancellationToken.None);

        var problem = Assert.Single(await Service().TagAsync(Changes([("a", "1")], [], "db"), deadline));

        Assert.Equal(("OutOfTime", "db"), (problem.Code, Assert.Single(problem.Ids)));
        Assert.Contains("next action", problem.Remedy, StringComparison.Ordinal);
    }

    private Task<ImmutableArray<Problem>> ChangeAsync(IEnumerable<(string Key, string Value)> set, string[] remove, params string[] ids) =>
        Service().TagAsync(Changes(set, remove, ids), Deadline);

    private static ImmutableArray<TagChange> Changes(IEnumerable<(string Key, string Value)> set, string[] remove, params string[] ids) =>
    [
        .. ids.Select(id => new TagChange(
            id == "cluster" ? Cluster(id) : Instance(id), [.. set.Select(tag => KeyValuePair.Create(tag.Key, tag.Value))], [.. remove])),
    ];
}
