using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Benchmarks.Start;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Conventions.Tests.Performance;

/// <summary>What figures have to be, and that a check sees where they are not.</summary>
public sealed class PassMarkTests
{
    private static readonly SuiteResults Good = new(
        "0123456789", "2026-11-28", new Machine(2, "a CPU", "Linux X64", ".NET 10", 0.5), 20, 5, new StartResult(20, 70, 10, 30),
        [Quiet(10_000, 100, 50), Quiet(100_000, 1_100, 500)],
        [new ActingResult(1_000, Tags: false, 0, 0, 21, 5, 0, 40), new ActingResult(1_000, Tags: true, 0, 0, 25, 5, 0, 40)],
        [], Configuration: null, Unused: null, []);

    [Fact]
    public void Good_figures_meet_all_marks() => Assert.All(PassMarks.Of(Good), mark => Assert.True(mark.IsMet, mark.Kind.English));

    [Fact]
    public void What_was_not_measured_has_no_mark() =>
        Assert.DoesNotContain(PassMarks.Of(Good), mark => mark.Kind.English.Contains("decision", StringComparison.Ordinal));

    [Theory]
    [InlineData("CPU of a tick without changes, 10,000 instances", 0)]
    [InlineData("the latter in the former", 1)]
    [InlineData("peak memory, 100,000 instances", 2)]
    [InlineData("its writes", 3)]
    [InlineData("EC2 calls for 1,000 starts", 4)]
    public void A_figure_that_is_too_large_fails_everywhere(string mark, int fault)
    {
        var results = fault switch
        {
            0 => Good with { Quiet = [Quiet(10_000, 130, 50), Good.Quiet[1]] },
            1 => Good with { Quiet = [Good.Quiet[0], Quiet(100_000, 1_200, 500)] },
            2 => Good with { Quiet = [Good.Quiet[0], Good.Quiet[1] with { PeakMegabytes = 110.1 }] },
            3 => Good with { Quiet = [Good.Quiet[0], Good.Quiet[1] with { WriteCalls = 1 }] },
            _ => Good with { Acting = [Good.Acting[0] with { Ec2Calls = 22 }, Good.Acting[1]] },
        };
        var missed = Assert.Single(PassMarks.Of(results), missed => !missed.IsMet);
        Assert.StartsWith(mark, missed.Kind.English, StringComparison.Ordinal);
        Assert.True(missed.Kind.HoldsEverywhere);
    }

    [Fact]
    public void A_slow_machine_fails_no_check() =>
        Assert.All(PassMarks.Of(Good with { Start = new StartResult(900, 900, 900, 30) }), mark => Assert.True(mark.IsMet || !mark.Kind.HoldsEverywhere));

    private static LoadResult Quiet(int instances, double cpu, double bare) =>
        new(instances, 4800, 0, 0, 0, cpu, cpu, bare, cpu / bare, 0, instances / 1000, 3, 0, 2, 700, 100);
}
