using System.Text.Json;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Vectors.Tests.Harness;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>A schedule asked at an instant for one instance.</summary>
public sealed record ScheduleCase(
    string Id, ScheduleItem Schedule, Instant At, string InstanceType, bool Running, bool AllowResize, ScheduleResult Theirs)
    : IVectorCase<ScheduleResult>
{
    public static ScheduleCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        ScheduleItem.Read(json),
        InstantPattern.General.Parse(json.GetProperty("utc").GetString()!).Value,
        json.GetProperty("instance_type").GetString()!,
        json.GetProperty("current_state").GetString() == "running",
        json.GetProperty("allow_resize").GetBoolean(),
        ScheduleResult.Read(json));

    public ScheduleResult Ours()
    {
        if (Schedule.Ours() is not { } schedule)
            return ScheduleResult.Dropped;
        var outcome = ScheduleEvaluator.Evaluate(schedule, At);
        return new ScheduleResult(
            NameOf(outcome.StateFor(Running, InstanceType, AllowResize)), AllowResize ? outcome.InstanceType : null, outcome.Period);
    }

    private static string NameOf(DesiredState state) => state switch
    {
        DesiredState.Running => "running",
        DesiredState.Stopped => "stopped",
        DesiredState.Any => "any",
        _ => "stopped_for_resize",
    };
}
