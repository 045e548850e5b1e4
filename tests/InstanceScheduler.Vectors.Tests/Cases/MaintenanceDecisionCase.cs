using System.Text.Json;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Vectors.Tests.Harness;
using NodaTime;
using Period = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>One run for an instance with a maintenance window.</summary>
/// <param name="Id">Id of the case.</param>
/// <param name="Plain">The same run without a window, its wish being what window and schedule want together.</param>
/// <param name="WishOfSchedule">What the schedule alone wants.</param>
/// <param name="UsesWindow">Whether the schedule uses maintenance windows.</param>
/// <param name="IsOpen">Whether the window is open.</param>
public sealed record MaintenanceDecisionCase(string Id, DecisionCase Plain, string WishOfSchedule, bool UsesWindow, bool IsOpen)
    : IVectorCase<DecisionResult>
{
    private static readonly Instant Morning = Instant.FromUtc(2024, 3, 13, 6, 0);

    public DecisionResult Theirs => Plain.Theirs;

    public static MaintenanceDecisionCase Read(JsonElement json)
    {
        var wish = json.GetProperty("desired").GetString()!;
        var usesWindow = json.GetProperty("use_maintenance_window").GetBoolean();
        var isOpen = json.GetProperty("maintenance_window").GetString() == "running";
        var plain = new DecisionCase(
            json.GetProperty("id").GetString()!,
            json.GetProperty("current").GetString() == "running",
            json.GetProperty("stored").GetString()!,
            usesWindow && isOpen ? "running" : wish,
            json.GetProperty("enforced").GetBoolean(),
            json.GetProperty("retain_running").GetBoolean(),
            json.GetProperty("stop_new_instances").GetBoolean(),
            DesiredType: null,
            CurrentType: "",
            AllowResize: false,
            ActionSucceeds: true,
            DecisionResult.Read(json.GetProperty("expected")));
        return new MaintenanceDecisionCase(plain.Id, plain, wish, usesWindow, isOpen);
    }

    public DecisionResult Ours() =>
        Plain.Ours(ScheduleEvaluator.Evaluate(Schedule() with { UseMaintenanceWindow = UsesWindow }, Morning, IsOpen ? "window" : null).State);

    private Schedule Schedule()
    {
        var schedule = new Schedule { Name = "s", Zone = DateTimeZone.Utc };
        return WishOfSchedule switch
        {
            "running" => schedule with { Override = OverrideStatus.Running },
            "stopped" => schedule with { Override = OverrideStatus.Stopped },
            _ => schedule with { Periods = [new SchedulePeriod(new Period { Name = "noon", Begin = new TimeOfDay(12 * 60) })] },
        };
    }
}
