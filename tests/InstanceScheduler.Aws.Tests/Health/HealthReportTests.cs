using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using NodaTime;
using static InstanceScheduler.Aws.Tests.Problems.Causes;

namespace InstanceScheduler.Aws.Tests.Health;

public sealed class HealthReportTests : HealthReportTest
{
    [Fact]
    public async Task A_problem_is_told_once_and_again_when_it_comes_back()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        await RunAsync("01:05", Error("A", "i-1"));
        Assert.Single(Notices);

        // Coming and going is no news; after an hour without it, it is.
        await RunAsync("01:10");
        await RunAsync("01:15", Error("A", "i-1"));
        Assert.Single(Notices);

        await RunAsync("01:20");
        await RunAsync("02:20");
        Assert.Empty(Remembered!.Causes);
        await RunAsync("02:25", Error("A", "i-1"));
        Assert.Equal(2, Notices.Count);
    }

    [Fact]
    public async Task A_notice_tells_everything_that_is_wrong()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        await RunAsync("01:05", Warning("B"), Error("A", "i-1"));

        Assert.Equal("Instance Scheduler Scheduler: 2 problems in ec2 123456789012/cn-north-1", Notices[1].Subject);
        Assert.Equal("Loggroup: group\nLogstream stream\nError : A came up\n  1 instance: i-1\nWarning : B came up", Notices[1].Message);
    }

    [Fact]
    public async Task Processes_share_what_was_told()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        Recycle();
        await RunAsync("01:05", Error("A", "i-1"));
        Recycle();
        await RunAsync("01:10", Error("A", "i-1", "i-2"));
        Recycle();
        await RunAsync("01:15", Error("A", "i-1", "i-2"));

        Assert.Equal(2, Notices.Count);
    }

    [Fact]
    public async Task A_new_process_clears_what_another_told()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        Recycle();
        await RunAsync("01:05");
        Recycle();
        await RunAsync("02:05");
        Recycle();
        await RunAsync("02:10", Error("A", "i-1"));

        Assert.Equal(2, Notices.Count);
    }

    [Fact]
    public async Task The_item_holds_counts_and_causes()
    {
        await RunAsync("01:00", Error("A", "i-1"));

        Assert.Equal((At("01:00"), Arn, new RunCounts(10, 4, 3, 2)), (Remembered!.Updated, Remembered.Topic, Remembered.Counts));
        AssertSame(From(Error("A", "i-1")), Remembered.Causes);
    }

    [Fact]
    public async Task A_healthy_run_makes_no_call_but_one_look_an_hour()
    {
        var calls = new List<(long Reads, long Writes)>();
        for (var minute = 0; minute <= 120; minute += 5)
        {
            await RunAsync(At("01:00") + Duration.FromMinutes(minute));
            calls.Add(Calls);
        }

        Assert.Equal([.. Enumerable.Repeat((1L, 0L), 12), .. Enumerable.Repeat((2L, 0L), 12), (3L, 0L)], calls);
    }

    [Fact]
    public async Task A_problem_that_stays_costs_a_look_a_run_and_a_write_an_hour()
    {
        for (var minute = 0; minute <= 120; minute += 5)
            await RunAsync(At("01:00") + Duration.FromMinutes(minute), Error("A", "i-1"));

        Assert.Equal((25, 3), Calls);
        Assert.Equal(At("03:00"), Remembered!.Updated);
        Assert.Single(Notices);
    }

    [Fact]
    public async Task A_problem_that_goes_is_cleared_after_an_hour_with_two_writes()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        await RunAsync("01:05");
        await RunAsync("01:10");
        await RunAsync("02:05");
        await RunAsync("02:10");

        Assert.Equal((4, 3), Calls);
        Assert.Empty(Remembered!.Causes);
    }

    [Fact]
    public async Task What_another_process_told_meanwhile_is_cleared_within_two_hours()
    {
        await RunAsync("01:00");
        await InAnotherProcessAsync(() => RunAsync("01:05", Error("A", "i-1")));
        await RunAsync("01:10");
        Assert.NotEmpty(Remembered!.Causes);

        await RunAsync("02:00");
        await RunAsync("03:00");
        Assert.Empty(Remembered!.Causes);
    }

    [Fact]
    public async Task What_gets_less_is_stored_and_not_told()
    {
        await RunAsync("01:00", Error("A", "i-1", "i-2"), Warning("B"));
        await RunAsync("01:05", Error("A", "i-2"));

        AssertSame(From(Error("A", "i-2")), [.. Remembered!.Causes.Where(cause => cause.GoneSince is null)]);
        await RunAsync("01:10", Error("A", "i-1", "i-2"));
        Assert.Single(Notices);
    }

    [Fact]
    public async Task What_AWS_words_differently_each_time_is_told_and_stored_once()
    {
        foreach (var (minute, encoded) in ((int, string)[])[(0, "aaaa"), (5, "bbbb"), (10, "cccc")])
            await RunAsync(At("01:00") + Duration.FromMinutes(minute), Of("Denied", $"no. Encoded authorization failure message: {encoded}"));

        Assert.Single(Notices);
        Assert.Equal(1, Calls.Writes);
    }

    [Fact]
    public async Task The_tick_has_its_own()
    {
        await RunAsync("01:00", Warning("A"));
        await RunAsync(new RunReport(HealthSource.Tick, At("01:00"), [Warning("A")]));
        await RunAsync(new RunReport(HealthSource.Tick, At("01:05"), [Warning("A")]));
        await RunAsync("01:05", Warning("A"));

        Assert.Equal(["Instance Scheduler Scheduler: 1 problem in ec2 123456789012/cn-north-1", "Instance Scheduler Scheduler: 1 problem at the tick"], Notices.Select(notice => notice.Subject), StringComparer.Ordinal);
        Assert.NotNull(Item("tick"));
    }

    [Fact]
    public async Task An_instant_that_jumps_back_does_not_keep_the_item_from_being_renewed()
    {
        await RunAsync("05:00", Error("A", "i-1"));
        await RunAsync("01:00", Error("A", "i-1"));

        Assert.Equal(At("01:00"), Remembered!.Updated);
        Assert.Single(Notices);
    }

    [Fact]
    public async Task A_dry_run_stores_nothing_and_repeats_nothing()
    {
        var plan = new DryRunActions { Starts = [new("i-1", "office")] };
        await RunAsync(Dry("01:00", plan, Warning("A")));
        await RunAsync(Dry("01:05", plan, Warning("A")));
        Assert.Single(Notices);

        await RunAsync(Dry("01:10", plan with { Starts = [new("i-2", "office")] }, Warning("A")));
        await RunAsync(Dry("01:15", DryRunActions.None));
        await RunAsync(Dry("01:20", plan, Warning("A")));
        Assert.Equal(3, Notices.Count);
        Assert.Equal((0, 0), Calls);
        Assert.Contains("Dry run, nothing was done: would start 1: i-1 (office)", Notices[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_that_could_not_tell_tries_again()
    {
        IsTopicBroken = true;
        await RunAsync(Dry("01:00", DryRunActions.None, Warning("A")));
        IsTopicBroken = false;
        await RunAsync(Dry("01:05", DryRunActions.None, Warning("A")));

        Assert.Single(Notices);
    }

    [Fact]
    public async Task A_dry_run_leaves_what_real_runs_told()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        await RunAsync(Dry("01:05", DryRunActions.None));
        await RunAsync("01:10", Error("A", "i-1"));

        Assert.Single(Notices);
    }

    private static RunReport Dry(string time, DryRunActions plan, params Problem[] problems) => new(Source, At(time), [.. problems]) { DryRun = plan };
}
