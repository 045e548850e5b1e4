using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Rules;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class ActionVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Actions_write_and_refuse_as_in_v1_3()
    {
        var table = VectorFile.Load("cli_existing.json", json => TableItem.Read(json.GetProperty("type").GetString()!, json.GetProperty("name").GetString()!, json)).Cases;
        new VectorReport<ActionCase, string>(
            VectorFile.Load("cli_validation.json", json => ActionCase.Read(json, table)), ActionRules.All, vector => vector.Ours()).Conclude(output);
    }
}
