namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>Stands between a run and AWS: every call waits until it is let through, in the order in which the run made them.</summary>
/// <remarks>
/// Whoever lets a call through carries the run on, on its own thread, until the run waits again or is over: so a run that overlaps
/// another is at rest whenever it is the other's turn, whatever the machine is doing, and no time has to pass.
/// </remarks>
/// <param name="aws">Carries the calls out.</param>
internal sealed class Turnstile(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> aws)
{
    private readonly Queue<(PortCall Call, TaskCompletionSource Turn)> _waiting = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public bool HasWaiting => _waiting.Count > 0;

    /// <summary>Whether the run went on elsewhere, where nobody waits for it: no order of its calls means anything then.</summary>
    public bool HasStrayed { get; private set; }

    public PortCall LetOneThrough()
    {
        var (call, turn) = _waiting.Dequeue();
        // Inline: this returns when the run waits again.
        turn.SetResult();
        return call;
    }

    public async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HasStrayed |= Environment.CurrentManagedThreadId != _thread;
        var turn = new TaskCompletionSource();
        _waiting.Enqueue((await PortCall.OfAsync(request), turn));
        await turn.Task;
        return await aws(request, cancellationToken);
    }
}
