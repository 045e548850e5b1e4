using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Turns what is seen of one instance, tick by tick, into spans and counts of starts and stops.</summary>
internal sealed class SpanRecorder
{
    private readonly List<PowerSpan> _spans = [];
    private PowerSpan? _open;

    /// <summary>Ways from off or stopping to starting or on.</summary>
    public int Starts { get; private set; }

    /// <summary>Ways from on or starting to stopping or off.</summary>
    public int Stops { get; private set; }

    /// <summary>Says that the instance is in a state from an instant on. The same state again changes nothing: the first cause stands.</summary>
    /// <exception cref="ArgumentException">The instant lies before the last one.</exception>
    public void Observe(Instant instant, PowerState state, PowerCause cause, string reason)
    {
        if (_open?.State == state)
        {
            return;
        }

        if (_open is not null)
        {
            _spans.Add(Close(_open, instant));
            Starts += !Works(_open.State) && Works(state) ? 1 : 0;
            Stops += Works(_open.State) && state is (PowerState.Stopping or PowerState.Off) ? 1 : 0;
        }

        _open = new PowerSpan(instant, instant, state, cause, reason);
    }

    /// <summary>All spans so far; the last one ends at <paramref name="end"/>.</summary>
    public IReadOnlyList<PowerSpan> Until(Instant end) => _open is null ? [.. _spans] : [.. _spans, Close(_open, end)];

    // A new span, not a changed copy: only the constructor checks the order.
    private static PowerSpan Close(PowerSpan open, Instant end) => new(open.From, end, open.State, open.Cause, open.Reason);

    private static bool Works(PowerState state) => state is PowerState.Starting or PowerState.On;
}
