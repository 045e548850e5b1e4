using InstanceScheduler.Simulator.LocalAws.Permissions;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>What the calls of the whole test suite need of IAM: the committed union of what its processes wrote down.</summary>
internal static class RecordedCalls
{
    public const string FileName = "recorded-calls.tsv";

    private static readonly Lazy<CallShape[]> Committed = new(() => [.. Read(Path.Combine(Repository.Tests, FileName))]);

    public static IReadOnlyList<CallShape> All => Committed.Value;

    public static IEnumerable<CallShape> Read(string file) => File.ReadLines(file).Select(line => line.Split('\t')).Select(fields =>
        new CallShape(Enum.Parse<Principal>(fields[0]), fields[1], fields[2], fields.ElementAtOrDefault(3) ?? ""));
}
