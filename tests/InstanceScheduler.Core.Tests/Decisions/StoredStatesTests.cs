using InstanceScheduler.Core.Decisions;

namespace InstanceScheduler.Core.Tests.Decisions;

public sealed class StoredStatesTests
{
    [Theory]
    // The state table is shared with other versions: these names never change.
    [InlineData(StoredState.Stopped, "stopped")]
    [InlineData(StoredState.Running, "running")]
    [InlineData(StoredState.Any, "any")]
    [InlineData(StoredState.StoppedForResize, "stopped_for_resize")]
    [InlineData(StoredState.RetainRunning, "retain-running")]
    [InlineData(StoredState.RetainStopped, "retain-stopped")]
    public void Wire_names(StoredState state, string name)
    {
        Assert.Equal(name, StoredStates.NameOf(state));
        Assert.Equal(state, StoredStates.Parse(name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Running")]
    [InlineData("unknown")]
    public void Anything_else_is_no_entry(string? name) => Assert.Equal(StoredState.Unknown, StoredStates.Parse(name));

    [Fact]
    public void No_entry_has_no_name() => Assert.Throws<ArgumentOutOfRangeException>(() => StoredStates.NameOf(StoredState.Unknown));

    [Fact]
    public void The_longest_name_is_known() => Assert.Equal(StoredStates.LongestName, Enum.GetValues<StoredState>()
        .Where(state => state != StoredState.Unknown).Max(state => StoredStates.NameOf(state).Length));
}
