using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Rules;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class MaintenanceVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Weekly_windows_are_open_when_they_are_in_v1_3() =>
        new VectorReport<WeeklyWindowCase, string>(
            VectorFile.Load("maintenance_window.json", WeeklyWindowCase.Read), WeeklyWindowRules.All, vector => vector.Ours()).Conclude(output);

    [SkippableFact]
    public void Dated_windows_are_open_when_they_are_in_v1_3() =>
        new VectorReport<DatedWindowCase, string>(
            VectorFile.Load("ssm_maintenance_window.json", DatedWindowCase.Read), DatedWindowRules.All, vector => vector.Ours()).Conclude(output);

    [SkippableFact]
    public void Runs_in_windows_decide_as_in_v1_3() =>
        new VectorReport<MaintenanceDecisionCase, DecisionResult>(
            VectorFile.Load("decisions_maintenance.json", MaintenanceDecisionCase.Read), DecisionRules.InMaintenance, vector => vector.Ours()).Conclude(output);
}
