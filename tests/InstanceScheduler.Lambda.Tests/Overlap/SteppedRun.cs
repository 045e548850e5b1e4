namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>One run of one target, in a process of its own.</summary>
/// <param name="name">For messages.</param>
/// <param name="turnstile">Holds its calls up.</param>
/// <param name="begin">Begins the run, once it is its turn for the first time.</param>
internal sealed class SteppedRun(string name, Turnstile turnstile, Func<Task> begin) : IStepped
{
    private Task? _run;

    public bool IsDone => _run is { IsCompleted: true };

    public PortCall Step()
    {
        _run ??= begin();
        var call = turnstile.LetOneThrough();
        if (IsDone)
            _run.GetAwaiter().GetResult();
        else if (!turnstile.HasWaiting || turnstile.HasStrayed)
            throw new InvalidOperationException($"Run {name} went on another thread after {call}: its calls have no order that could be repeated.");
        return call;
    }

    /// <summary>Goes on to the end.</summary>
    public void Finish()
    {
        while (!IsDone)
            Step();
    }
}
