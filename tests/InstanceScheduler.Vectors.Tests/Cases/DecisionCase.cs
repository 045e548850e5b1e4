using System.Text.Json;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Vectors.Tests.Harness;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>One run for one instance.</summary>
public sealed record DecisionCase(
    string Id,
    bool Running,
    string Stored,
    string Desired,
    bool Enforced,
    bool RetainRunning,
    bool StopNewInstances,
    string? DesiredType,
    string CurrentType,
    bool AllowResize,
    bool ActionSucceeds,
    DecisionResult Theirs)
    : IVectorCase<DecisionResult>
{
    public static DecisionCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("current").GetString() == "running",
        json.GetProperty("stored").GetString()!,
        json.GetProperty("desired").GetString()!,
        json.GetProperty("enforced").GetBoolean(),
        json.GetProperty("retain_running").GetBoolean(),
        json.GetProperty("stop_new_instances").GetBoolean(),
        json.GetProperty("desired_type").GetString(),
        json.GetProperty("current_type").GetString()!,
        json.GetProperty("allow_resize").GetBoolean(),
        json.GetProperty("action_succeeds").GetBoolean(),
        DecisionResult.Read(json.GetProperty("expected")));

    public DecisionResult Ours() => Ours(WishOf(Desired));

    /// <summary>What the core decides for a wish.</summary>
    public DecisionResult Ours(DesiredState wish)
    {
        var stored = StoredStates.Parse(Stored);
        var decision = DecisionTable.Decide(
            new InstanceFacts(Running, CurrentType, AllowResize),
            stored,
            wish,
            DesiredType,
            new SchedulePolicy(Enforced, RetainRunning, StopNewInstances));
        var after = decision.Action == ScheduledAction.None || ActionSucceeds ? decision.NextStored : stored;
        return new DecisionResult(
            decision.Action switch { ScheduledAction.None => "none", ScheduledAction.Start => "start", _ => "stop" },
            decision.ResizeTo,
            after == StoredState.Unknown ? "unknown" : StoredStates.NameOf(after),
            decision.Action == ScheduledAction.StopForResize);
    }

    private static DesiredState WishOf(string name) => name switch
    {
        "running" => DesiredState.Running,
        "stopped" => DesiredState.Stopped,
        "any" => DesiredState.Any,
        _ => DesiredState.StoppedForResize,
    };
}
