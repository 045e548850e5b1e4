using System.Collections.Immutable;
using System.Text;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.StateTable;

namespace InstanceScheduler.Aws.Health;

/// <summary>Makes causes fit into one item: ids go first, then whole causes, which leave their number behind.</summary>
internal static class HealthBounds
{
    public const int MaxIds = 1000;

    /// <summary>The message of what stands for causes of one code that did not fit.</summary>
    public const string Rest = "and more like these";

    // AWS and we have far fewer; a bound on the item has to hold all the same.
    private const int MaxCodes = 100;

    // Key, counts and topic; names and structure of one cause; structure of one id.
    private const int ItemOverhead = 2048;
    private const int CauseOverhead = 100;
    private const int IdOverhead = 2;

    /// <summary>Gives back the same for the same causes, in their order.</summary>
    public static ImmutableArray<ProblemCause> Fit(ImmutableArray<ProblemCause> causes)
    {
        var kept = ImmutableArray.CreateBuilder<ProblemCause>();
        var rests = causes.GroupBy(cause => cause.Code, StringComparer.Ordinal).Take(MaxCodes)
            .ToDictionary(alike => alike.Key, alike => new ProblemCause(alike.Key, Rest, alike.First().Severity, Remedy: null, Count: 0, []), StringComparer.Ordinal);
        var bytes = StateShards.MaxItemBytes - ItemOverhead - rests.Values.Sum(SizeOf);
        var ids = MaxIds;

        foreach (var cause in causes.Where(cause => rests.ContainsKey(cause.Code)))
        {
            var bare = SizeOf(cause);
            if (bare > bytes)
            {
                var rest = rests[cause.Code];
                rests[cause.Code] = rest with { Count = rest.Count + cause.Weight };
                continue;
            }

            bytes -= bare;
            ImmutableArray<string> fitting = [.. cause.Ids.Take(ids).TakeWhile(id => (bytes -= IdOverhead + Bytes(id)) >= 0)];
            bytes = Math.Max(bytes, 0);
            ids -= fitting.Length;
            kept.Add(cause with { Ids = fitting });
        }

        kept.AddRange(rests.Values.Where(rest => rest.Count > 0));
        return kept.DrainToImmutable();
    }

    private static int SizeOf(ProblemCause bare) => CauseOverhead + Bytes(bare.Code) + Bytes(bare.Message) + Bytes(bare.Remedy ?? "");

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
