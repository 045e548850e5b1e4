using System.Globalization;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Plays days of a fleet in virtual time: every tick goes through the real function, EventBridge's event in, EC2 and RDS calls out.</summary>
internal sealed class Simulation : IDisposable
{
    private const int Loops = 2;
    private const string Frequency = "SchedulerFrequency";

    // For the waits of retries, which shift the actions of a tick.
    private static readonly Duration Slack = Duration.FromMinutes(2);

    private readonly SimulationInput _input;
    private readonly VirtualTimeProvider _time;
    private readonly FunctionLog _log = new();
    private readonly Random _random = new(Seed: 1);
    private readonly Queue<(Instant At, Action Act)> _events;

    public Simulation(SimulationInput input)
    {
        _input = input;
        _time = new VirtualTimeProvider(input.Start.ToDateTimeOffset());
        var tick = ((int)input.Tick.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        Stage = new Stage(
            StageOptions.Of(input.Fleet, input.Config),
            _time,
            parameters: HasRule(tick) ? new Dictionary<string, string>(StringComparer.Ordinal) { [Frequency] = tick } : null);
        if (!HasRule(tick))
            Stage.PutSetting("SCHEDULER_FREQUENCY", tick);
        FleetPlacement.Put(input.Fleet, Stage.Aws);
        _events = new Queue<(Instant At, Action Act)>(Events().OrderBy(happening => happening.At));
    }

    public Stage Stage { get; }

    /// <summary>Called just before each tick, with its instant.</summary>
    public Func<Instant, Task>? BeforeTick { get; set; }

    /// <summary>Called after each tick with its instant, when what it started and stopped has got there; the next one is still to come.</summary>
    public Func<Instant, Task>? AfterTransitions { get; set; }

    /// <param name="ticked">Called after every tick with the local time to show.</param>
    /// <param name="stop">Ends the play early.</param>
    public async Task<SimulationReport> RunAsync(Action<string> ticked, CancellationToken stop)
    {
        await using (var function = await StartFunctionAsync(stop))
        {
            await SetUpAsync(function, stop);
            for (var instant = _input.Start; instant < _input.End; instant += _input.Tick)
            {
                PassTo(instant);
                await (BeforeTick?.Invoke(instant) ?? Task.CompletedTask);
                await TickAsync(instant, function, stop);
                if (AfterTransitions is { } look)
                {
                    PassTo(Instant.Min(instant + Transitions, instant + _input.Tick - Duration.FromSeconds(1)));
                    await look(instant);
                }

                ticked(instant.InZone(_input.Zone).ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture));
            }
        }

        PassTo(_input.End);
        return new Timelines(_input, Stage, _log).Report();
    }

    public void Dispose() => _log.Dispose();

    // The template knows a rule for some frequencies only; a play may tick at any.
    private static bool HasRule(string tick) =>
        ShippedTemplates.Hub.Parameters.Single(parameter => parameter.Name == Frequency).AllowedValues.Contains(tick, StringComparer.Ordinal);

    private Duration Transitions
    {
        get
        {
            var (ec2, rds) = (Stage.Aws.Options.TransitionTimes, Stage.Aws.Options.RdsTransitionTimes);
            TimeSpan[] times = [ec2.Start, ec2.Stop, rds.Start, rds.Stop, rds.ClusterStart, rds.ClusterStop, rds.Snapshot];
            return Duration.FromTimeSpan(times.Max()) + Slack;
        }
    }

    // What is played is the input's configuration, and nothing beside it.
    private async Task SetUpAsync(IFunctionHost function, CancellationToken stop)
    {
        _log.Now = _input.Start;
        await Task.WhenAny(Stage.SetUpAsync(stop), function.Failure).Unwrap();
        Stage.Configure(_input.Config);
        // What made the stack is none of the play's calls.
        Stage.Aws.Calls.Clear();
    }

    private async Task TickAsync(Instant instant, IFunctionHost function, CancellationToken stop)
    {
        _log.Now = instant;
        await Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, Stage.TickEvent(instant.ToDateTimeOffset()), InvocationType.Event);
        await Task.WhenAny(Stage.Aws.Functions.IdleAsync(), function.Failure).Unwrap().WaitAsync(stop);
    }

    private IEnumerable<(Instant At, Action Act)> Events() =>
    [
        .. _input.Incidents.Select(incident => (incident.InstantIn(_input.FirstDay, _input.Zone), (Action)(() => incident.Happen(Stage.Aws)))),
        .. _input.Humans.Select(action => (action.InstantIn(_input.FirstDay, _input.Zone), (Action)(() => HumanHand.Act(Stage.Aws, action)))),
    ];

    // All that people and AWS do up to the instant, each at its time.
    private void PassTo(Instant instant)
    {
        while (_events.TryPeek(out var next) && next.At <= instant)
        {
            _time.AdvanceTo(next.At.ToDateTimeOffset());
            _events.Dequeue().Act();
        }

        _time.AdvanceTo(instant.ToDateTimeOffset());
    }

    private async Task<IFunctionHost> StartFunctionAsync(CancellationToken stop) => _input.FunctionPath is { } path
        ? await PublishedFunction.StartAsync(Stage, path, _log, stop)
        : new InProcessFunction(Stage, Loops, _time, NextRandom, _log);

    private double NextRandom()
    {
        lock (_random)
            return _random.NextDouble();
    }
}
