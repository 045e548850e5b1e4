using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Rules;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class TagVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Templates_are_filled_in_as_in_v1_3() =>
        new VectorReport<TagCase, string>(VectorFile.Load("tags.json", TagCase.Read), TagRules.All, vector => vector.Ours()).Conclude(output);
}
