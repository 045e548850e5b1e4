using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Benchmarks.Micro;
using InstanceScheduler.Benchmarks.Start;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>All that the suite measured, as its file keeps it.</summary>
/// <param name="Commit">What was measured.</param>
/// <param name="Date">When, <c>yyyy-MM-dd</c>.</param>
/// <param name="Machine">On what.</param>
/// <param name="Runs">Processes behind each median.</param>
/// <param name="SmallRuns">The same, for small functions.</param>
/// <param name="Start">Starts.</param>
/// <param name="Quiet">Ticks on which nothing changes, by size of fleet.</param>
/// <param name="Acting">Ticks that start a fleet.</param>
/// <param name="Small">Small functions; empty where CPU could not be limited.</param>
/// <param name="Configuration">A large configuration; null: not measured.</param>
/// <param name="Unused">What nobody uses; null: not measured.</param>
/// <param name="Micro">Single operations.</param>
internal sealed record SuiteResults(
    string Commit, string Date, Machine Machine, int Runs, int SmallRuns, StartResult Start, ImmutableArray<LoadResult> Quiet, ImmutableArray<ActingResult> Acting,
    ImmutableArray<SmallResult> Small, ConfigurationResult? Configuration, UnusedResult? Unused, ImmutableArray<MicroResult> Micro)
{
    /// <exception cref="JsonException">It is not a file of the suite.</exception>
    public static SuiteResults Read(string json) =>
        JsonSerializer.Deserialize(json, SuiteJson.Default.SuiteResults) ?? throw new JsonException("There are no results in it; measure with the command all.");

    /// <summary>As the file has it, with a line end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SuiteJson.Default.SuiteResults) + "\n";

    /// <summary>The tick without changes of a fleet of some size; null: not measured.</summary>
    public LoadResult? QuietOf(int instances) => Quiet.FirstOrDefault(result => result.Instances == instances);

    /// <summary>The tick that starts a fleet of some size; null: not measured.</summary>
    public ActingResult? ActingOf(int instances, bool tags) => Acting.FirstOrDefault(result => result.Instances == instances && result.Tags == tags);

    /// <summary>A function of some size with a fleet of some size; null: not measured.</summary>
    public SmallResult? SmallOf(int memory, int instances) => Small.FirstOrDefault(result => result.Memory == memory && result.Instances == instances);

    /// <summary>A single operation; null: not measured.</summary>
    public MicroResult? MicroOf(string name) => Micro.FirstOrDefault(result => result.Name == name);
}
