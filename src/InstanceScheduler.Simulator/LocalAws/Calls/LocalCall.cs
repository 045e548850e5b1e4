namespace InstanceScheduler.Simulator.LocalAws.Calls;

/// <summary>A call that was carried out or refused.</summary>
/// <param name="ErrorCode">Null where it succeeded.</param>
/// <param name="ItemCount">Instances, rows or parameters in the answer.</param>
internal sealed record LocalCall(
    long Sequence,
    DateTimeOffset Time,
    string Account,
    string Region,
    string Service,
    string Operation,
    IReadOnlyList<string> Resources,
    string? ErrorCode,
    int ItemCount);
