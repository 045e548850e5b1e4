using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Rules;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class ScheduleVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Schedules_want_what_they_want_in_v1_3() =>
        new VectorReport<ScheduleCase, ScheduleResult>(
            VectorFile.Load("schedule_state.json", ScheduleCase.Read), ScheduleRules.All, vector => vector.Ours()).Conclude(output);
}
