using System.Collections.Immutable;
using System.Text;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>Plays two runs in every order of their calls, up to a number of preemptions.</summary>
/// <remarks>
/// A preemption takes the turn from a run that could go on. That the other goes on when one is over is none, nor is the choice of who
/// begins. Every order is played from the start; the part that it shares with the order it was derived from must be made of the very
/// same calls, or the play depends on something that the explorer does not hold.
/// </remarks>
internal sealed class Explorer(int mostPreemptions)
{
    /// <summary>Plays all orders.</summary>
    /// <param name="begin">Sets the stage.</param>
    /// <param name="runsOf">The two runs of a play.</param>
    /// <param name="conclude">Called when both are over; throws where something is wrong.</param>
    /// <returns>How many orders there were.</returns>
    public int Explore<TPlay>(Func<TPlay> begin, Func<TPlay, ImmutableArray<IStepped>> runsOf, Action<TPlay> conclude)
    {
        var played = 0;
        var open = new Stack<(ImmutableArray<Step> Shared, int Next, int Preemptions)>([([], 0, 0), ([], 1, 0)]);
        while (open.TryPop(out var order))
        {
            var play = begin();
            var steps = Play(runsOf(play), order.Shared, order.Next);
            played++;
            try
            {
                conclude(play);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"{failure.Message}\nin order {Describe(steps)}", failure);
            }

            // Orders that differ from this one for the first time at a later step: the other run takes the turn there.
            if (order.Preemptions < mostPreemptions)
                for (var at = order.Shared.Length + 1; at < steps.Length; at++)
                    if (steps[at].CouldBeOther && steps[at].Run == steps[at - 1].Run)
                        open.Push((steps[..at], 1 - steps[at].Run, order.Preemptions + 1));
        }

        return played;
    }

    private static ImmutableArray<Step> Play(ImmutableArray<IStepped> runs, ImmutableArray<Step> shared, int next)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        for (var turn = shared.IsEmpty ? next : shared[0].Run; ;)
        {
            var couldBeOther = !runs[1 - turn].IsDone;
            var step = new Step(turn, runs[turn].Step(), couldBeOther);
            if (steps.Count < shared.Length && step != shared[steps.Count])
                throw new InvalidOperationException($"Step {steps.Count} was {shared[steps.Count]} in the order before, and is {step} now.");
            steps.Add(step);
            if (runs.All(run => run.IsDone))
                return steps.ToImmutable();
            turn = steps.Count < shared.Length ? shared[steps.Count].Run
                : steps.Count == shared.Length ? next
                : runs[turn].IsDone ? 1 - turn : turn;
        }
    }

    // "A: Query Query | B: Query" and so on.
    private static string Describe(ImmutableArray<Step> steps)
    {
        var text = new StringBuilder();
        for (var at = 0; at < steps.Length; at++)
        {
            if (at == 0 || steps[at].Run != steps[at - 1].Run)
                text.Append(at == 0 ? "" : " | ").Append("AB"[steps[at].Run]).Append(':');
            text.Append(' ').Append(steps[at].Call);
        }

        return text.ToString();
    }

    /// <param name="Run">Whose turn it was.</param>
    /// <param name="Call">What it did.</param>
    /// <param name="CouldBeOther">Whether the other could have gone on instead.</param>
    private readonly record struct Step(int Run, PortCall Call, bool CouldBeOther)
    {
        public override string ToString() => $"{"AB"[Run]} {Call}";
    }
}
