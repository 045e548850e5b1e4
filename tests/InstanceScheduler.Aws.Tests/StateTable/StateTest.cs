using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Tests.StateTable;

/// <summary>A state table and runs of one target on it.</summary>
public abstract class StateTest : AwsTest
{
    protected const string TableName = "StateTable";
    protected const string Key = $"{Account}:{Region}";
    protected const string PendingKey = $"{Key}#pending";

    protected StateTest()
    {
        Aws.Dynamo.Create(TableName, StateAttributes.Service, StateAttributes.AccountRegion);
        Table = new StateTableClient(Clients.DynamoDb, TableName, Retry);
    }

    internal static Target Target { get; } = new("ec2", Account, Region);

    internal StateTableClient Table { get; }

    internal IReadOnlyList<DynamoItem> Items => Aws.Dynamo.Table(TableName).Items;

    protected long Writes => Aws.Calls.Count("dynamodb", "PutItem");

    protected static Instant At(string time, string day = "2026-11-23") => InstantPattern.General.Parse($"{day}T{time}:00Z").Value;

    internal Task<InstanceStates> LoadAsync(string time, string run = "run1", string day = "2026-11-23", Target? target = null) =>
        InstanceStates.LoadAsync(Table, new RunIdentity(target ?? Target, At(time, day), run), Deadline);

    internal static string IdOf(int number) => $"i-{number:x17}";

    internal static ImmutableDictionary<string, Wish> Starting(params IEnumerable<string> ids) => ids.ToImmutableDictionary(id => id, _ => Wish.Start, StringComparer.Ordinal);

    protected void Put(string item) => Aws.Dynamo.Table(TableName).PutRaw(JsonDocument.Parse(item).RootElement);

    protected string? Stored(string id, string range = Key) => Item(range)?.Find(id)?.Text;

    protected string? Pending(string id) => Stored(id, PendingKey);

    internal DynamoItem? Item(string range) => Items.SingleOrDefault(item => item[StateAttributes.AccountRegion].Text == range);

    internal IEnumerable<string> Marks(string range = Key) =>
        Item(range)?.Find(StateAttributes.PurgeInNextCleanup)?.Elements.Select(mark => mark.Text) ?? [];
}
