using System.Collections.Immutable;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>What is to be seen of a world, without the times.</summary>
/// <param name="Members">The fleet.</param>
/// <param name="Others">Windows that are kept, marks of the clean-up, snapshots.</param>
/// <param name="Problems">What was told of problems.</param>
internal sealed record OverlapView(
    ImmutableSortedDictionary<string, MemberView> Members, ImmutableArray<string> Others, ImmutableArray<string> Problems)
{
    private const int MostBytes = 64 * 1024;

    public IEnumerable<string> Lines => Members.Select(member => $"{member.Key}: {member.Value}").Concat(Others);

    /// <summary>Looks at a world; every item has to be well-formed.</summary>
    public static OverlapView Of(OverlapWorld world)
    {
        var (stored, intents) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var (others, problems) = (new List<string>(), new List<string>());
        foreach (var item in world.Items)
            switch (item[StateAttributes.Service].Text)
            {
                case "ec2" or "rds":
                    Read(item, stored, intents);
                    others.AddRange((item.Find(StateAttributes.PurgeInNextCleanup)?.Elements ?? []).Select(mark => $"marked {mark.Text}"));
                    break;
                case "health":
                    problems.AddRange(item["causes"].Elements.Select(cause => cause.Members["message"].Text));
                    break;
                case var window:
                    others.Add($"{window} {item[StateAttributes.AccountRegion].Text}");
                    break;
            }

        others.AddRange(world.Aws.Rds.Snapshots().Select(snapshot => $"snapshot {snapshot.Id}"));
        return new OverlapView(
            world.Members.ToImmutableSortedDictionary(member => member.Name, ViewOf, StringComparer.Ordinal),
            [.. others.Order(StringComparer.Ordinal)], [.. problems]);

        MemberView ViewOf(Member member)
        {
            var id = world.IdOf(member);
            return new MemberView(PowerOf(world, member), stored.TryGetValue(id, out var state) ? $"stored {state}" : "not stored", intents.GetValueOrDefault(id));
        }
    }

    private static void Read(DynamoItem item, Dictionary<string, string> stored, Dictionary<string, string> intents)
    {
        var range = item[StateAttributes.AccountRegion].Text;
        var isPending = range.EndsWith("#pending", StringComparison.Ordinal);
        Assert.InRange(item.Size, 1, MostBytes);
        Assert.True(item[StateAttributes.Timestamp].Number > 0);
        foreach (var (id, value) in item.Where(attribute => !StateAttributes.Reserved.Contains(attribute.Key)))
        {
            var isWellFormed = isPending ? Intent.TryParse(value.Text) is not null || RestartNote.TryParse(value.Text) is not null
                : StoredStates.Parse(value.Text) != StoredState.Unknown;
            Assert.True(isWellFormed, $"{range} holds {id} as \"{value.Text}\"");
            Assert.True((isPending ? intents : stored).TryAdd(id, value.Text.Split(' ')[0]), $"{id} stands twice");
        }
    }

    private static string PowerOf(OverlapWorld world, Member member) =>
        member.Schedule is null ? "gone"
        : world.Aws.Rds.Databases.FirstOrDefault(database => database.Id == member.Name) is { } database ? database.Status
        : $"{world.Aws.Ec2[world.IdOf(member)].State} {world.Aws.Ec2[world.IdOf(member)].CurrentType}";
}
