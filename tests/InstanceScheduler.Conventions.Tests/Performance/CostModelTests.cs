using InstanceScheduler.Benchmarks.Cost;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Benchmarks.Start;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Conventions.Tests.Performance;

/// <summary>A month's costs from round figures, worked out by hand.</summary>
public sealed class CostModelTests
{
    // A tick without instances takes 1 s at 128 MB, one with 10,000 takes 3 s, and starting them 13 s; 1,000 bytes of log, and 100 more per start.
    private static readonly SuiteResults Results = new(
        "0123456789", "2026-11-28", new Machine(2, "a CPU", "Linux X64", ".NET 10", 0.5), 20, 5, new StartResult(20, 80, 10, 30),
        [Quiet(0), Quiet(10_000)],
        [new ActingResult(10_000, Tags: false, 0, 0, 201, 20, LogBytes: 1_001_000, 60)],
        [new SmallResult(128, 0.07236, 0, 2, 1, 0, 30), new SmallResult(128, 0.07236, 10_000, 5, 3, 13, 60)],
        Configuration: null, Unused: null, []);

    private static readonly Prices Round = new() { GbSecond = 0.001, Requests = 10, WriteUnits = 20, ReadUnits = 5, LogGb = 4, Metric = 3, Alarm = 1 };

    [Theory]
    // minutes, targets as accounts: a tick, and an invocation per target.
    [InlineData(5, 1, 17_280)]
    [InlineData(15, 1, 5_760)]
    [InlineData(5, 10, 95_040)]
    public void Invocations_are_ticks_and_runs(int minutes, int accounts, double invocations) =>
        Assert.Equal(invocations, Of(new CostInput(accounts, 1, 1, 0, minutes)).Invocations);

    [Fact]
    public void Time_grows_with_the_instances_of_a_target()
    {
        // 8,640 runs of 1 s, or of 2 s with half of the measured fleet.
        Assert.Equal(8_640 * 1.0 / 8, Of(Waitless(0)).GbSeconds, 6);
        Assert.Equal(8_640 * 2.0 / 8, Of(Waitless(5_000) with { Boundaries = 0 }).GbSeconds, 6);
        // Twice a day for a month 5 s more, to start and stop that half.
        Assert.Equal((8_640 * 2.0 + 60 * 5) / 8, Of(Waitless(5_000)).GbSeconds, 6);
        // The same fleet over five targets: each run has a fifth.
        Assert.Equal(5 * 8_640 * 1.2 / 8, Of(new CostInput(5, 1, 1, 5_000, 5) { ListingSeconds = 0, CallSeconds = 0, Boundaries = 0 }).GbSeconds, 6);
    }

    [Fact]
    public void Waiting_for_AWS_is_paid_for()
    {
        // Two pages, and four other calls: two reads, one query, one invocation.
        var input = Waitless(2_000) with { Boundaries = 0, ListingSeconds = 2, CallSeconds = 0.5 };
        Assert.Equal(8_640 * (1.4 + 4 + 2) / 8, Of(input).GbSeconds, 6);
    }

    [Fact]
    public void The_reference_takes_its_CPU_under_the_same_share() =>
        Assert.Equal(8_640 * ((0.430 + 1_000 * 0.00052) * 1769 / 128) / 8, Of(Waitless(1_000)).ReferenceGbSeconds, 3);

    [Fact]
    public void Units_are_those_of_DynamoDB()
    {
        var cost = Of(Waitless(10_000));
        // 260,000 bytes of states are 64 units of 4 KB; two other reads.
        Assert.Equal(8_640 * (64 + 2), cost.ReadUnits);
        // 540,000 bytes of intents, written twice, are 528 units each; the states are 254.
        Assert.Equal(60 * (2 * 528 + 254), cost.WriteUnits);
    }

    [Fact]
    public void Logs_are_those_of_runs_invocations_and_starts() =>
        Assert.Equal((17_280 * 500 + 8_640 * 1_000 + 60 * 1_000_000) / 1e9, Of(Waitless(10_000)).LogGb, 9);

    [Fact]
    public void The_sum_is_that_of_its_parts()
    {
        var cost = Of(Waitless(10_000) with { MetricSchedules = 4 });
        Assert.Equal(cost.GbSeconds * 0.001 + 17_280 * 10 / 1e6, cost.Lambda, 6);
        Assert.Equal(cost.ReadUnits * 5 / 1e6 + cost.WriteUnits * 20 / 1e6, cost.DynamoDb, 6);
        Assert.Equal(8 * 3 + 7, cost.CloudWatch, 6);
        Assert.Equal(cost.Lambda + cost.DynamoDb + cost.LogGb * 4 + 31, cost.Sum, 6);
    }

    [Fact]
    public void What_was_not_measured_is_named()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Of(new CostInput(1, 1, 1, 100, 5) { Memory = 1024 }));
        Assert.Equal("The file of results lacks a function of 1024 MB (measured are 128 MB); measure again with the command all.", refused.Message);
    }

    private static LoadResult Quiet(int instances) => new(instances, 4800, 0, 0, 0, 0, 0, 0, 0, 0, 1, QueryCalls: 1, 0, ReadCalls: 2, LogBytes: 1_000, 30);

    private static CostInput Waitless(int instances) => new(1, 1, 1, instances, 5) { ListingSeconds = 0, CallSeconds = 0 };

    private static MonthlyCost Of(CostInput input) => new CostModel(Results, Round).Of(input);
}
