using System.Globalization;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Plays days of a fleet in virtual time: every tick goes through the real function, EventBridge's event in, EC2 calls out.</summary>
internal sealed class Simulation : IDisposable
{
    private const int Loops = 2;

    private readonly SimulationInput _input;
    private readonly VirtualTimeProvider _time;
    private readonly Stage _stage;
    private readonly FunctionLog _log = new();
    private readonly Random _random = new(Seed: 1);

    public Simulation(SimulationInput input)
    {
        _input = input;
        _time = new VirtualTimeProvider(input.Start.ToDateTimeOffset());
        var hub = input.Fleet.GroupBy(instance => instance.Account, StringComparer.Ordinal)
            .OrderByDescending(account => account.Count()).ThenBy(account => account.Key, StringComparer.Ordinal).First();
        _stage = new Stage(
            new LocalAwsOptions
            {
                HubAccount = hub.Key,
                HubRegion = hub.Select(instance => instance.Region).Order(StringComparer.Ordinal).First(),
                Regions = [.. input.Fleet.Select(instance => instance.Region).Distinct(StringComparer.Ordinal)],
                CallsKept = 0,
            },
            _time);
        foreach (var item in input.Config)
            _stage.Aws.Dynamo.Table(Stage.ConfigTable).PutRaw(item);
        foreach (var instance in input.Fleet)
            _stage.Aws.Ec2.Add(FleetMapping.ToLocal(instance));
    }

    /// <param name="ticked">Called after every tick with the local time to show.</param>
    /// <param name="stop">Ends the play early.</param>
    public async Task<SimulationReport> RunAsync(Action<string> ticked, CancellationToken stop)
    {
        await using (var function = await StartFunctionAsync(stop))
        {
            var humans = new Queue<(Instant At, HumanAction Action)>(
                _input.Humans.Select(action => (action.InstantIn(_input.FirstDay, _input.Zone), action)).OrderBy(action => action.Item1));
            for (var instant = _input.Start; instant < _input.End; instant += _input.Tick)
            {
                while (humans.TryPeek(out var next) && next.At <= instant)
                    Act(humans.Dequeue());
                await TickAsync(instant, function, stop);
                ticked(instant.InZone(_input.Zone).ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture));
            }
        }

        _time.AdvanceTo(_input.End.ToDateTimeOffset());
        return new Timelines(_input, _stage, _log).Report();
    }

    public void Dispose() => _log.Dispose();

    private async Task TickAsync(Instant instant, IFunctionHost function, CancellationToken stop)
    {
        var at = instant.ToDateTimeOffset();
        _time.AdvanceTo(at);
        _log.Now = instant;
        await _stage.Aws.Functions.InvokeAsync(Stage.FunctionName, _stage.TickEvent(at), InvocationType.Event);
        await Task.WhenAny(_stage.Aws.Functions.IdleAsync(), function.Failure).Unwrap().WaitAsync(stop);
    }

    private void Act((Instant At, HumanAction Action) human)
    {
        _time.AdvanceTo(human.At.ToDateTimeOffset());
        if (human.Action.Kind == HumanActionKind.Start)
            _stage.Aws.Ec2.HumanStart(human.Action.InstanceId);
        else
            _stage.Aws.Ec2.HumanStop(human.Action.InstanceId);
    }

    private async Task<IFunctionHost> StartFunctionAsync(CancellationToken stop) => _input.FunctionPath is { } path
        ? await PublishedFunction.StartAsync(_stage, path, _log, stop)
        : new InProcessFunction(_stage, Loops, _time, NextRandom, _log);

    private double NextRandom()
    {
        lock (_random)
            return _random.NextDouble();
    }
}
