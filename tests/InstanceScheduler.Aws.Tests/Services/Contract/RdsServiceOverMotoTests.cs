using System.Collections.Immutable;
using Amazon.RDS;
using Xunit.Abstractions;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

[Collection(MotoCollection.Name)]
public sealed class RdsServiceOverMotoTests(ITestOutputHelper output, MotoServer moto) : RdsServiceContract(output)
{
    private const string Version = "2014-10-31";

    private static int _added;

    internal override IAmazonRDS Client { get; } = MotoServer.IsInstalled ? moto.Clients(Region).Rds(Region) : null!;

    protected override string? Missing => MotoServer.IsInstalled ? null : MotoServer.NotInstalled;

    protected override ImmutableDictionary<string, string> Gaps { get; } = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create(nameof(What_is_on_its_way_is_seen_so), "moto makes transitions at once"),
        KeyValuePair.Create(
            nameof(A_stopped_database_tells_when_AWS_will_start_it), "moto never starts a database by itself, and gives no AutomaticRestartTime"),
    ]);

    protected override Task<string> AddAsync(params (string Key, string Value)[] tags) => CreateAsync("CreateDBInstance", "DBInstanceIdentifier", tags,
        ("DBInstanceClass", "db.m5.large"), ("Engine", "mysql"), ("AllocatedStorage", "20"), ("MasterUsername", "admin"), ("MasterUserPassword", "password1"));

    protected override Task<string> AddClusterAsync(params (string Key, string Value)[] tags) => CreateAsync("CreateDBCluster", "DBClusterIdentifier", tags,
        ("Engine", "aurora-mysql"), ("MasterUsername", "admin"), ("MasterUserPassword", "password1"));

    protected override Task AddMemberAsync(string cluster, params (string Key, string Value)[] tags) => CreateAsync("CreateDBInstance", "DBInstanceIdentifier", tags,
        ("DBInstanceClass", "db.m5.large"), ("Engine", "aurora-mysql"), ("DBClusterIdentifier", cluster));

    protected override Task<string> AddReplicaAsync(string source, params (string Key, string Value)[] tags) =>
        CreateAsync("CreateDBInstanceReadReplica", "DBInstanceIdentifier", tags, ("SourceDBInstanceIdentifier", source));

    protected override Task SettleAsync() => Task.CompletedTask;

    private async Task<string> CreateAsync(string action, string idName, (string Key, string Value)[] tags, params (string Key, string Value)[] parameters)
    {
        var id = $"db{Interlocked.Increment(ref _added)}";
        await moto.CallAsync("rds", Region, Version, action,
        [
            (idName, id), .. parameters,
            .. tags.SelectMany((tag, place) => ((string, string)[])[($"Tags.Tag.{place + 1}.Key", tag.Key), ($"Tags.Tag.{place + 1}.Value", tag.Value)]),
        ]);
        return id;
    }
}
