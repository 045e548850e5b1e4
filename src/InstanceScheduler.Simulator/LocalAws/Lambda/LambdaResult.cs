namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>How an invocation ended; of an asynchronous one, first how it was accepted.</summary>
/// <param name="Status">200, 202 (queued) or 204 (dry run).</param>
/// <param name="Response">The function's answer, or the error document where it failed.</param>
/// <param name="Error">Null where the function answered.</param>
internal sealed record LambdaResult(string RequestId, int Status, ReadOnlyMemory<byte> Response, LambdaError? Error);
