using System.Collections.Immutable;
using Amazon.RDS;
using InstanceScheduler.Simulator.LocalAws.Rds;
using Xunit.Abstractions;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

public sealed class RdsServiceOverLocalAwsTests(ITestOutputHelper output) : RdsServiceContract(output)
{
    private int _added;

    internal override IAmazonRDS Client => Clients.Rds(Region);

    protected override Task<string> AddAsync(params (string Key, string Value)[] tags) =>
        Task.FromResult(Aws.Rds.Add(new LocalDatabase { Id = NextId("db"), Tags = TagsOf(tags) }).Id);

    // Members are given with their cluster, and come with its first tags.
    protected override Task<string> AddClusterAsync(params (string Key, string Value)[] tags)
    {
        var id = NextId("cluster");
        return Task.FromResult(Aws.Rds.Add(new LocalCluster { Id = id, Tags = TagsOf(tags), Members = [new LocalDatabase { Id = $"{id}-1" }] }).Id);
    }

    protected override Task AddMemberAsync(string cluster, params (string Key, string Value)[] tags)
    {
        foreach (var (key, value) in tags)
            Aws.Rds.HumanTag(Aws.Rds.Cluster(cluster).Members[0], key, value);
        return Task.CompletedTask;
    }

    protected override Task<string> AddReplicaAsync(string source, params (string Key, string Value)[] tags) =>
        Task.FromResult(Aws.Rds.Add(new LocalDatabase { Id = NextId("replica"), ReadReplicaSource = source, Tags = TagsOf(tags) }).Id);

    protected override Task SettleAsync()
    {
        Time.AdvanceBy(TimeSpan.FromHours(1));
        return Task.CompletedTask;
    }

    private string NextId(string kind) => $"{kind}{++_added}";

    private static ImmutableDictionary<string, string> TagsOf((string Key, string Value)[] tags) =>
        tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
}
