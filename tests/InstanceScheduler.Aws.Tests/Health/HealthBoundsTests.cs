using System.Collections.Immutable;
using CsCheck;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Problems;
using static InstanceScheduler.Aws.Tests.Problems.Causes;

namespace InstanceScheduler.Aws.Tests.Health;

public sealed class HealthBoundsTests : StateTable.StateTest
{
    private static readonly Gen<Problem> Problems =
        from code in Gen.Int[1, 150].Select(number => $"Code{number}")
        from message in Gen.String[Gen.Char[" ab时间\n"], 0, 1500]
        from some in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Const(1)))
        from ids in Gen.Int[0, 1500]
        from isLong in Gen.Bool
        select Of(code, message, isLong ? [.. Ids(ids * some).Select(id => id + new string('x', 200))] : Ids(ids * some));

    [Fact]
    public void What_fits_stays_as_it_is()
    {
        var causes = From(Error("A", Ids(600)), Warning("B", Ids(400)), Warning("C"));
        AssertSame(causes, HealthBounds.Fit(causes));
    }

    [Fact]
    public void Of_more_ids_their_number_stays()
    {
        var causes = HealthBounds.Fit(From(Error("A", Ids(700)), Warning("B", Ids(700)), Warning("C", Ids(5))));

        Assert.Equal([(700, 700), (700, 300), (5, 0)], causes.Select(cause => (cause.Count, cause.Ids.Length)));
        Assert.Equal([true, false, false], causes.Select(cause => cause.IsWhole));
    }

    [Fact]
    public void Of_more_causes_their_number_stays()
    {
        var causes = HealthBounds.Fit(From([.. Enumerable.Range(1, 3000).Select(number => Of("Configuration", $"item {number:0000} is not usable")), Error("A", "i-1")]));

        Assert.Equal("A", causes[0].Code);
        Assert.Equal(HealthBounds.Rest, causes[^1].Message);
        Assert.Equal(3000, causes.Skip(1).Sum(cause => cause.Weight));
    }

    [Fact]
    public async Task An_item_has_at_most_64_KB_and_1000_ids() => await Problems.Array[0, 120].SampleAsync(
        async problems =>
        {
            var causes = HealthBounds.Fit(From(problems));
            var table = new HealthTable(Clients.DynamoDb, TableName, Retry);
            var source = HealthSource.Of(Target);
            var health = new TargetHealth(At("01:00"), $"arn:aws-cn:sns:cn-north-1:{Account}:{new string('t', 256)}", default, causes);
            await table.WriteAsync(source, health, Deadline);

            Assert.InRange(Item(source.Key)!.Size, 0, 64 * 1024);
            Assert.InRange(causes.Sum(cause => cause.Ids.Length), 0, HealthBounds.MaxIds);
            AssertSame(causes, (await table.ReadAsync(source, Deadline))!.Causes);
            AssertSame(causes, HealthBounds.Fit(From(problems.Reverse())));
        },
        iter: 10,
        threads: 1);

    [Fact]
    public void Nothing_stays_nothing() => Assert.Empty(HealthBounds.Fit(ImmutableArray<ProblemCause>.Empty));
}
