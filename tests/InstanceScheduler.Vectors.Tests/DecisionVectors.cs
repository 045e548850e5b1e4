using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Rules;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class DecisionVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Runs_decide_as_in_v1_3() =>
        new VectorReport<DecisionCase, DecisionResult>(
            VectorFile.Load("decisions.json", DecisionCase.Read), DecisionRules.All, vector => vector.Ours()).Conclude(output);
}
