namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>A request that was understood and not yet acted upon.</summary>
/// <param name="Operation">As AWS names it: <c>StartInstances</c>.</param>
/// <param name="Resources">What it is about: instance ids, the table, the parameter, the function.</param>
/// <param name="Act">Carries it out; gets the request id.</param>
internal sealed record ServiceCall(
    string Operation, IReadOnlyList<string> Resources, Func<string, CancellationToken, ValueTask<ServiceAnswer>> Act);
