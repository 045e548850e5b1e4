using System.Text.Json;
using InstanceScheduler.Core.Administration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Keeps answers below what a synchronous invocation can bring back (6 MB).</summary>
internal static class AnswerSize
{
    public const int Most = 5_000_000;

    /// <summary>Bytes of JSON that an item of the configuration may take: 400 KB, escaped where it has to be.</summary>
    public const int LargestItem = 1_300_000;

    public static long Of(Utf8JsonWriter answer) => answer.BytesCommitted + answer.BytesPending;

    /// <exception cref="ActionRefusedException">The answer has grown too large.</exception>
    public static void Check(Utf8JsonWriter answer, string remedy)
    {
        if (Of(answer) > Most)
            throw new ActionRefusedException($"error: the answer is larger than {Most} bytes; {remedy}");
    }
}
