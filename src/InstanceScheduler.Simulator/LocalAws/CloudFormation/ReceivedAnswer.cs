using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>A request to the response endpoint, as it came.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Target">Path and query with their escapes.</param>
/// <param name="Headers">In the order in which they came.</param>
/// <param name="Body">The whole body.</param>
/// <param name="Time">When it came.</param>
/// <param name="Status">What it got; null where the connection broke or hung.</param>
internal sealed record ReceivedAnswer(
    string Method,
    string Target,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body,
    DateTimeOffset Time,
    int? Status);
