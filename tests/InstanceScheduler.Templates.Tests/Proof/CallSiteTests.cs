namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>The recording is of all calls in the sources: one that no test makes is not proven to be allowed.</summary>
public sealed class CallSiteTests
{
    /// <summary>Requests that no run makes, each with the reason.</summary>
    private static readonly Dictionary<string, string> NeverCalled = new(StringComparer.Ordinal)
    {
        ["PutParameter"] = "SsmParamStore can write as a dictionary can; the function only reads its settings",
        ["DeleteParameter"] = "SsmParamStore can delete as a dictionary can; the function only reads its settings",
    };

    [Fact]
    public void Every_call_in_the_sources_was_recorded_or_is_never_made()
    {
        Assert.NotEmpty(CallSites.All);
        Assert.Equal(
            NeverCalled.Keys.Order(StringComparer.Ordinal),
            CallSites.All.Where(site => site.Actions.Length == 0).Select(site => site.Operation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_recorded_call_stands_in_the_sources() =>
        Assert.All(RecordedCalls.All, call => Assert.NotEmpty(CallSites.Of(call)));

    [Fact]
    public void The_recording_is_sorted_and_without_repetitions()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Tests, RecordedCalls.FileName));

        Assert.Equal(lines.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), lines);
    }
}
