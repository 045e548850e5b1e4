using System.Collections.Immutable;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>A pair of runs on a stage of their own, and what has to hold afterwards.</summary>
internal sealed class OverlapPlay
{
    private const string Retained = "stored retain-running";
    private static readonly ImmutableArray<string> PowerCalls =
        ["StartInstances", "StopInstances", "StartDBInstance", "StopDBInstance", "DeleteDBSnapshot"];

    private readonly OverlapPair _pair;
    private readonly OverlapWorld _world;

    public OverlapPlay(OverlapClients clients, OverlapPair pair, string service, bool isImmediate)
    {
        _pair = pair;
        _world = new OverlapWorld(clients, service, pair.MinutesBetweenTicks, isImmediate);
        A = _world.Run("A", pair.A.Instant, pair.A.Arrives);
        B = _world.Run("B", pair.B.Instant, pair.B.Arrives);
    }

    public SteppedRun A { get; }

    public SteppedRun B { get; }

    /// <summary>What it comes to when the runs follow one another.</summary>
    public static Story InTurn(OverlapClients clients, OverlapPair pair, string service, bool isImmediate)
    {
        var alone = new OverlapPlay(clients, pair, service, isImmediate);
        alone.B.Finish();
        var play = new OverlapPlay(clients, pair, service, isImmediate);
        var before = OverlapView.Of(play._world);
        play.A.Finish();
        var between = OverlapView.Of(play._world);
        play.B.Finish();
        return play.GoOn([OverlapView.Of(alone._world), before, between]);
    }

    /// <summary>Checks what the runs left, goes on with two ticks, and checks what these make of it.</summary>
    /// <param name="inTurn">What it comes to when the runs follow one another.</param>
    public void Conclude(Story inTurn)
    {
        var calls = _world.Aws.Calls.Latest;
        var story = GoOn([]);
        NothingIsLost(story.Overlapped, inTurn);
        if (!_pair.MayActTwice)
            Assert.All(calls.Where(call => PowerCalls.Contains(call.Operation)).SelectMany(call => call.Resources.Select(id => (call.Operation, id))).CountBy(deed => deed),
                deed => Assert.True(deed.Value == 1, $"{deed.Key} came {deed.Value} times"));
        foreach (var member in _world.Members.Where(member => member.Name.EndsWith("person", StringComparison.Ordinal)))
            Assert.Equal(1, story.Changes[member.Name]);
        Assert.Equal(RetainedIn(inTurn.Soon), RetainedIn(story.Soon));
        Assert.Equal(inTurn.End.Lines, story.End.Lines);
        if (_pair.MayActTwice)
            return;
        Assert.Equal(inTurn.Changes, story.Changes);
        Assert.Empty(story.End.Problems);
    }

    // What has no intent stands as some run by itself would have left it; what has one is settled by the next run.
    private static void NothingIsLost(OverlapView after, Story inTurn)
    {
        foreach (var (name, member) in after.Members)
        {
            var allowed = inTurn.Views.Select(view => view.Members[name].Stored).ToHashSet(StringComparer.Ordinal);
            Assert.True(member.Intent is not null || allowed.Contains(member.Stored), $"{name} is {member}, and may be stored as {string.Join(" or ", allowed)}");
        }
    }

    private static IEnumerable<string> RetainedIn(OverlapView view) => view.Members.Where(member => member.Value.Stored == Retained).Select(member => member.Key);

    private Story GoOn(ImmutableArray<OverlapView> earlier)
    {
        var overlapped = OverlapView.Of(_world);
        _world.Tick(_pair.Ticks[0]);
        var soon = OverlapView.Of(_world);
        _world.Tick(_pair.Ticks[1]);
        return new Story([.. earlier, overlapped], overlapped, soon, OverlapView.Of(_world), Changes());
    }

    // How often each entered a state, the first included.
    private ImmutableSortedDictionary<string, int> Changes()
    {
        var ids = _world.Members.ToDictionary(_world.IdOf, member => member.Name, StringComparer.Ordinal);
        return _world.Aws.Ec2.History.Select(change => change.InstanceId).Concat(_world.Aws.Rds.History.Select(change => change.Resource.Id))
            .CountBy(id => ids[id]).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <param name="Views">What a run by itself may leave.</param>
    /// <param name="Overlapped">After both runs.</param>
    /// <param name="Soon">After one further tick.</param>
    /// <param name="End">After two.</param>
    /// <param name="Changes">How often each instance entered a state.</param>
    internal sealed record Story(
        ImmutableArray<OverlapView> Views, OverlapView Overlapped, OverlapView Soon, OverlapView End, ImmutableSortedDictionary<string, int> Changes);
}
