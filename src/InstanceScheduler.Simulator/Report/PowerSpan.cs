using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>One state of one instance from <see cref="From"/> (inside) to <see cref="To"/> (outside).</summary>
/// <param name="From">First instant in the state.</param>
/// <param name="To">First instant after it; equal to <see cref="From"/> for a span that adds nothing.</param>
/// <param name="State">The state.</param>
/// <param name="Cause">Who brought it about.</param>
/// <param name="Reason">Why, in the words of the decision; may be empty.</param>
internal sealed record PowerSpan(Instant From, Instant To, PowerState State, PowerCause Cause, string Reason)
{
    public Instant To { get; init; } = To >= From ? To : throw new ArgumentException($"The span ends at {To}, before it begins at {From}.", nameof(To));

    public Duration Length => To - From;
}
