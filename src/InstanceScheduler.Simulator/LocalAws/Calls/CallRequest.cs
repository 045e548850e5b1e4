using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Calls;

/// <summary>A call about to be carried out, as fault scripts see it.</summary>
/// <param name="Body">As sent, for scripts that look deeper than <paramref name="Resources"/>.</param>
internal sealed record CallRequest(
    long Sequence, CallScope Scope, string Operation, IReadOnlyList<string> Resources, ReadOnlyMemory<byte> Body)
{
    public string Account => Scope.Account;

    public string Region => Scope.Region;

    public string Service => Scope.Service;
}
