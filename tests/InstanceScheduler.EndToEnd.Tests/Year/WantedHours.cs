using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.Play;
using NodaTime;

namespace InstanceScheduler.EndToEnd.Tests.Year;

/// <summary>Adds up the hours for which an instance has to be on, from what its preview tells, and by nothing that a play does.</summary>
/// <remarks>
/// A transition is acted on at the first tick at or after it. A wish for nothing leaves the instance as it is; people act at once. A
/// stop takes its time, in which the instance still counts as on; a start counts from when it is asked for.
/// </remarks>
internal static class WantedHours
{
    public static Duration Of(Outlook outlook, FleetInstance instance, SimulationInput input)
    {
        var isOn = instance.State == "running";
        var (since, on, stops) = (input.Start, Duration.Zero, 0);
        foreach (var (at, isWanted) in Events(outlook, instance, input).OrderBy(happening => happening.At))
        {
            if (isWanted == isOn)
                continue;
            on += isOn ? at - since : Duration.Zero;
            stops += isOn ? 1 : 0;
            (isOn, since) = (isWanted, at);
        }

        return on + (isOn ? input.End - since : Duration.Zero) + (Duration.FromTimeSpan(new TransitionTimes().Stop) * stops);
    }

    private static IEnumerable<(Instant At, bool IsWanted)> Events(Outlook outlook, FleetInstance instance, SimulationInput input) =>
    [
        // Of several transitions between two ticks a run sees the last.
        .. outlook.Between(input.Start, input.End).GroupBy(entry => NextTick(entry.At, input))
            .Where(tick => tick.Key < input.End && tick.Last().Outcome.State != DesiredState.Any)
            .Select(tick => (tick.Key, tick.Last().Outcome.State == DesiredState.Running)),
        .. input.Humans.Where(action => action.Id == instance.Id)
            .Select(action => (action.InstantIn(input.FirstDay, input.Zone), action.Kind == HumanActionKind.Start)),
    ];

    private static Instant NextTick(Instant at, SimulationInput input) => input.Start + (input.Tick * Math.Ceiling((at - input.Start) / input.Tick));
}
