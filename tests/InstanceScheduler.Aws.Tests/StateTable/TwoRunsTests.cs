using CsCheck;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.StateTable;

/// <summary>Two runs of one target at the same time, the second at work between and within the calls of the first.</summary>
public sealed class TwoRunsTests
{
    private const int Ids = 6;

    private enum Kind
    {
        Store,
        Declare,
        Finish,
        Save,
    }

    private sealed record Step(Kind Kind, int Id, StoredState State);

    /// <param name="First">Steps of the first run.</param>
    /// <param name="Second">Steps of the second.</param>
    /// <param name="Between">Before which calls of the first the second makes a step.</param>
    /// <param name="Lost">Which writes of either lose their answer.</param>
    private sealed record Plan(Step[] First, Step[] Second, bool[] Between, bool[] Lost);

    private static readonly Gen<Step> Steps =
        from kind in Gen.Frequency((6, Gen.Const(Kind.Store)), (3, Gen.Const(Kind.Declare)), (1, Gen.Const(Kind.Finish)), (1, Gen.Const(Kind.Save)))
        from id in Gen.Int[0, Ids - 1]
        from state in Gen.OneOf(Gen.Const(StoredState.Running), Gen.Const(StoredState.Stopped), Gen.Const(StoredState.Any), Gen.Const(StoredState.RetainRunning))
        select new Step(kind, id, state);

    private static readonly Gen<Plan> Plans =
        from first in Steps.Array[1, 12]
        from second in Steps.Array[1, 12]
        from between in Gen.Bool.Array[60]
        from lost in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))).Array[60]
        select new Plan(first, second, between, lost);

    [Fact]
    public async Task Neither_loses_an_id_and_never_do_both_act_on_one() => await Plans.SampleAsync(CheckAsync, iter: 150);

    private static async Task CheckAsync(Plan plan)
    {
        using var table = new Bench();
        var first = new Run(await table.LoadAsync("01:00", "run1"), plan.First);
        var second = new Run(await table.LoadAsync("01:00", "run2"), plan.Second);
        table.Interleave(plan, second);

        while (await first.StepAsync(table.Until))
        {
        }

        table.StopInterleaving();
        while (await second.StepAsync(table.Until))
        {
        }

        var after = await table.LoadAsync("01:05", "run3");
        for (var number = 0; number < Ids; number++)
        {
            var id = Bench.Name(number);
            StoredState[] wanted = [.. first.Stored.Where(entry => entry.Key == id).Concat(second.Stored.Where(entry => entry.Key == id)).Select(entry => entry.Value)];
            if (wanted.Length > 0)
                Assert.Contains(after.StoredOf(id), wanted);
            else
                Assert.Equal(StoredState.Unknown, after.StoredOf(id));

            // While its intent stands an id belongs to one run, and the table says to which.
            Assert.False(first.Held.Contains(id) && second.Held.Contains(id), id);
            var holder = first.Held.Contains(id) ? "run1" : second.Held.Contains(id) ? "run2" : null;
            if (holder is not null)
                Assert.Equal(holder, after.IntentOf(id)?.Run);
            else if (!first.Unsure.Contains(id) && !second.Unsure.Contains(id))
                Assert.Null(after.IntentOf(id));
        }
    }

    /// <summary>A run that makes its steps and then saves.</summary>
    private sealed class Run(InstanceStates states, Step[] steps)
    {
        private readonly HashSet<string> _finished = new(StringComparer.Ordinal);
        private int _next;

        /// <summary>What it stored last.</summary>
        public Dictionary<string, StoredState> Stored { get; } = new(StringComparer.Ordinal);

        /// <summary>Ids it may act on.</summary>
        public HashSet<string> Held { get; } = new(StringComparer.Ordinal);

        /// <summary>Ids it held once.</summary>
        public HashSet<string> Unsure { get; } = new(StringComparer.Ordinal);

        public async Task<bool> StepAsync(RunDeadline deadline)
        {
            if (_next > steps.Length)
                return false;
            var step = _next < steps.Length ? steps[_next] : new Step(Kind.Save, 0, StoredState.Any);
            _next++;
            var id = Bench.Name(step.Id);
            switch (step.Kind)
            {
                case Kind.Store:
                    states.Store(id, step.State);
                    Stored[id] = step.State;
                    break;
                case Kind.Declare:
                    foreach (var mine in await states.DeclareAsync(StateTest.Starting(id, Bench.Name((step.Id + 1) % Ids)), deadline))
                    {
                        Held.Add(mine);
                        _finished.Remove(mine);
                    }

                    break;
                case Kind.Finish when Held.Contains(id):
                    states.Finish(id);
                    _finished.Add(id);
                    break;
                case Kind.Save:
                    // From here on the entries are on their way out.
                    Held.ExceptWith(_finished);
                    Unsure.UnionWith(_finished);
                    _finished.Clear();
                    await states.SaveAsync(deadline);
                    break;
            }

            return true;
        }
    }

    private sealed class Bench : StateTest
    {
        private bool _isInside;

        public RunDeadline Until => Deadline;

        public static string Name(int number) => IdOf(number + 1);

        public new Task<InstanceStates> LoadAsync(string time, string run, string day = "2026-11-23", Target? target = null) => base.LoadAsync(time, run, day, target);

        public void Interleave(Plan plan, Run second)
        {
            var (call, write) = (0, 0);
            Aws.Faults.BeforeCall = async _ =>
            {
                if (_isInside || call >= plan.Between.Length || !plan.Between[call++])
                    return;
                _isInside = true;
                await second.StepAsync(Deadline);
                _isInside = false;
            };
            Aws.Faults.Add(request => request.Operation == "PutItem" && write < plan.Lost.Length && plan.Lost[write++] ? LocalFault.LoseAnswer : null);
        }

        public void StopInterleaving() => Aws.Faults.BeforeCall = null;
    }
}
