using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Rules;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class PeriodVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Periods_want_what_they_want_in_v1_3() =>
        new VectorReport<PeriodCase, string>(VectorFile.Load("period_state.json", PeriodCase.Read), PeriodRules.All, vector => vector.Ours())
            .Conclude(output);
}
