using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Calls;

namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>What goes wrong, and when: rules are asked in the order in which they were added, the first to name a fault wins.</summary>
internal sealed class FaultScript
{
    private ImmutableList<Func<CallRequest, LocalFault?>> _rules = [];

    /// <summary>Runs before a call is carried out; an exception prevents it.</summary>
    /// <remarks>
    /// An <see cref="AnswerLostException"/> breaks the connection, whichever the transport. Any other exception reaches an in-process
    /// caller as it is, and a caller over loopback as a 500 that shows it.
    /// </remarks>
    public Func<CallRequest, ValueTask>? BeforeCall { get; set; }

    /// <summary>Runs after a call took effect and was recorded, before its answer is sent; an exception takes the answer's place.</summary>
    /// <remarks>Exceptions are as for <see cref="BeforeCall"/>.</remarks>
    public Func<LocalCall, ValueTask>? AfterCall { get; set; }

    public void Add(Func<CallRequest, LocalFault?> rule) => ImmutableInterlocked.Update(ref _rules, rules => rules.Add(rule));

    /// <summary>The fault strikes the first calls of the operation, then no more.</summary>
    public void Add(string service, string operation, LocalFault fault, int times = 1)
    {
        var left = times;
        Add(call => call.Service == service && call.Operation == operation && Interlocked.Decrement(ref left) >= 0 ? fault : null);
    }

    public void Clear() => _rules = [];

    internal LocalFault? For(CallRequest call)
    {
        foreach (var rule in _rules)
        {
            if (rule(call) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    internal ValueTask BeforeAsync(CallRequest call) => BeforeCall?.Invoke(call) ?? ValueTask.CompletedTask;

    internal ValueTask AfterAsync(LocalCall call) => AfterCall?.Invoke(call) ?? ValueTask.CompletedTask;
}
