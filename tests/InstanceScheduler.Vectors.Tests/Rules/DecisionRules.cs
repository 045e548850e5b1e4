using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where decisions differ from v1.3.</summary>
internal static class DecisionRules
{
    public static readonly IReadOnlyList<Rule<DecisionCase, DecisionResult>> All =
    [
        new("20", 36, "an instance first seen running while it should run is remembered",
            vector => vector is { Stored: "unknown", Running: true, Desired: "running" }, _ => DecisionResult.Leave("running")),
        new("20", 19, "so is one that stop_new_instances leaves running",
            vector => vector is { Stored: "unknown", Running: true, Desired: "stopped", StopNewInstances: false },
            _ => DecisionResult.Leave("stopped")),
        new("21", 56, "enforced stops an instance of the wrong type",
            vector => IsEnforced(vector) && vector is { Running: true, Desired: "stopped_for_resize" },
            vector => new DecisionResult("stop", null, vector.ActionSucceeds ? "stopped" : vector.Stored, StopForResize: true)),
        new("21", 209, "enforced remembers the wish also when there is nothing to do",
            vector => IsEnforced(vector) && EntryWhenNothingIsToDo(vector) is { } entry && entry != vector.Stored,
            vector => DecisionResult.Leave(EntryWhenNothingIsToDo(vector)!)),
        new("24", 39, "an instance that runs when it should is remembered as running, whatever its phase before",
            vector => vector is { Enforced: false, Running: true, Desired: "running", Stored: "any" or "stopped_for_resize" },
            _ => DecisionResult.Leave("running")),
    ];

    /// <summary>The same rules for the runs of instances with a maintenance window, where nothing is resized.</summary>
    public static readonly IReadOnlyList<Rule<MaintenanceDecisionCase, DecisionResult>> InMaintenance =
        [.. All.Zip([55, 20, 0, 173, 32], (rule, cases) => new Rule<MaintenanceDecisionCase, DecisionResult>(
            rule.Number, cases, rule.Reason, vector => rule.Covers(vector.Plain), vector => rule.Expected(vector.Plain)))];

    // What is known of a retained instance belongs to rules 22 and 23, which we keep.
    private static bool IsEnforced(DecisionCase vector) => vector is { Enforced: true, Stored: not ("unknown" or "retain-running") };

    private static string? EntryWhenNothingIsToDo(DecisionCase vector) => (vector.Desired, vector.Running) switch
    {
        ("any", _) => "any",
        ("running", true) => "running",
        ("stopped" or "stopped_for_resize", false) => "stopped",
        _ => null,
    };
}
