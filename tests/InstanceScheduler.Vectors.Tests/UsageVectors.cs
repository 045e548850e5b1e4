using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Rules;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class UsageVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Usage_is_that_of_v1_3() =>
        new VectorReport<UsageCase, UsageResult>(
            VectorFile.Load("schedule_usage.json", UsageCase.Read), UsageRules.All, vector => vector.Ours()).Conclude(output);
}
