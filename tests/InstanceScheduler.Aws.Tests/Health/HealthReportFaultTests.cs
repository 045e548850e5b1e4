using CsCheck;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Simulator.LocalAws.Faults;
using NodaTime;
using static InstanceScheduler.Aws.Tests.Problems.Causes;

namespace InstanceScheduler.Aws.Tests.Health;

/// <summary>What fails at the end of a run never fails the run, and is told rather twice than never.</summary>
public sealed class HealthReportFaultTests : HealthReportTest
{
    [Fact]
    public async Task A_notice_that_was_not_sent_is_not_remembered()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        IsTopicBroken = true;
        await RunAsync("01:05", Error("A", "i-1", "i-2"), Warning("B"));
        AssertSame(From(Error("A", "i-1")), Remembered!.Causes);
        Assert.Equal(["NoticeNotSent"], Warnings, StringComparer.Ordinal);

        Recycle();
        IsTopicBroken = false;
        await RunAsync("01:10", Error("A", "i-1", "i-2"), Warning("B"));
        await RunAsync("01:15", Error("A", "i-1", "i-2"), Warning("B"));

        Assert.Equal(2, Notices.Count);
        AssertSame(From(Error("A", "i-1", "i-2"), Warning("B")), Remembered!.Causes);
    }

    [Fact]
    public async Task Nothing_is_stored_while_nothing_could_be_told()
    {
        IsTopicBroken = true;
        await RunAsync("01:00", Error("A", "i-1"));

        Assert.Null(Remembered);
        Assert.Equal(0, Calls.Writes);
    }

    [Fact]
    public async Task Without_a_topic_problems_are_stored_and_told_once_there_is_one()
    {
        Topic = null;
        await RunAsync("01:00", Error("A", "i-1"));
        Assert.Null(Remembered!.Topic);
        Assert.NotEmpty(Remembered!.Causes);

        Topic = Arn;
        await RunAsync("01:05", Error("A", "i-1"));
        await RunAsync("01:10", Error("A", "i-1"));
        Assert.Single(Notices);

        Topic = $"{Arn}2";
        await RunAsync("01:15", Error("A", "i-1"));
        Assert.Equal(2, Notices.Count);
        Assert.Empty(Warnings);
    }

    [Fact]
    public async Task What_is_no_topic_is_said_once()
    {
        Topic = "Issues";
        await RunAsync("01:00");
        await RunAsync("01:05", Error("A", "i-1"));

        Assert.Equal(["TopicUnusable"], Warnings, StringComparer.Ordinal);
        Assert.NotEmpty(Remembered!.Causes);
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_is_a_warning_and_the_notice_is_sent()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        Recycle();
        Break("GetItem");
        await RunAsync("01:05", Error("A", "i-1"));

        Assert.Equal(2, Notices.Count);
        Assert.Equal(["HealthNotRead"], Warnings, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_process_knows_what_it_told_without_the_item()
    {
        Break("GetItem");
        await RunAsync("01:00", Error("A", "i-1"));
        await RunAsync("01:05", Error("A", "i-1"));
        await RunAsync("01:10", Error("A", "i-1", "i-2"));

        Assert.Equal(2, Notices.Count);
    }

    [Fact]
    public async Task A_healthy_run_that_cannot_read_the_item_leaves_it_to_the_next()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        Break("GetItem");
        await RunAsync("01:05");
        Aws.Faults.Clear();
        Assert.NotEmpty(Remembered!.Causes);

        await RunAsync("01:10");
        Assert.All(Remembered!.Causes, cause => Assert.Equal(At("01:10"), cause.GoneSince));
    }

    [Fact]
    public async Task An_item_that_cannot_be_written_is_a_warning_and_is_written_later()
    {
        Break("PutItem");
        await RunAsync("01:00", Error("A", "i-1"));
        await RunAsync("01:05", Error("A", "i-1"));
        Assert.Single(Notices);
        Assert.Equal(["HealthNotWritten", "HealthNotWritten"], Warnings, StringComparer.Ordinal);

        Aws.Faults.Clear();
        await RunAsync("01:10", Error("A", "i-1"));
        Assert.Single(Notices);
        AssertSame(From(Error("A", "i-1")), Remembered!.Causes);
    }

    [Fact]
    public async Task A_clearing_that_could_not_be_written_is_made_up_for()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        Break("PutItem");
        await RunAsync("01:05");
        Aws.Faults.Clear();
        await RunAsync("01:10");

        Assert.All(Remembered!.Causes, cause => Assert.Equal(At("01:05"), cause.GoneSince));
    }

    [Fact]
    public async Task A_problem_that_comes_back_is_news_even_when_the_clearing_could_not_be_written()
    {
        await RunAsync("01:00", Error("A", "i-1"));
        Break("PutItem");
        await RunAsync("01:05");
        await RunAsync("02:05");
        await RunAsync("02:10", Error("A", "i-1"));

        Assert.Equal(2, Notices.Count);
    }

    [Fact]
    public async Task A_deadline_that_is_over_ends_the_report_at_once()
    {
        using var over = new RunDeadline(TimeSpan.Zero, Time, CancellationToken.None);
        var before = Time.GetUtcNow();
        await RunAsync(new RunReport(Source, At("01:00"), [Error("A", "i-1")]), over);

        Assert.Equal(before, Time.GetUtcNow());
        Assert.Contains("HealthNotRead", Warnings, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_throttled_table_holds_the_run_up_for_half_a_minute_at_most()
    {
        Break("GetItem", "ProvisionedThroughputExceededException");
        var before = Time.GetUtcNow();
        await RunAsync("01:00", Error("A", "i-1"));

        Assert.InRange(Time.GetUtcNow() - before, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.Single(Notices);
    }

    [Fact]
    public async Task Two_runs_at_a_time_tell_and_store_the_same()
    {
        var isInside = false;
        Aws.Faults.BeforeCall = async call =>
        {
            if (isInside || call.Operation != "PutItem")
                return;
            isInside = true;
            await InAnotherProcessAsync(() => RunAsync("01:00", Error("A", "i-1"), Warning("B")));
        };
        await RunAsync("01:00", Error("A", "i-1"));
        Aws.Faults.BeforeCall = null;

        Assert.Equal(2, Notices.Count);
        Assert.Empty(Warnings);
        AssertSame(From(Error("A", "i-1")), Remembered!.Causes);
    }

    private sealed record Step(int Minutes, string[] Codes, bool IsNewProcess, bool IsTopicBroken, bool IsReadBroken, bool IsWriteBroken);

    private static Gen<Step> Steps(bool mayBreak) =>
        from minutes in Gen.Int[1, 90]
        from codes in Gen.Int[0, 2].Select(number => $"{(char)('A' + number)}").Array[0, 3]
        from isNew in Gen.Bool
        from broken in Gen.Int[mayBreak ? 1 : 4, 4].Array[3]
        select new Step(minutes, codes, isNew, broken[0] == 1, broken[1] == 1, broken[2] == 1);

    [Fact]
    public async Task Whatever_breaks_a_problem_is_told_once_the_topic_works() => await Steps(mayBreak: true).Array[1, 12].SampleAsync(
        async steps =>
        {
            using var world = new World();
            foreach (var step in steps)
            {
                await world.PlayAsync(step);
                if (!step.IsTopicBroken)
                    Assert.All(step.Codes, code => Assert.Contains(world.Notices, notice => notice.Message!.Contains($"{code} came up", StringComparison.Ordinal)));
            }
        },
        iter: 60,
        threads: 1);

    [Fact]
    public async Task While_nothing_breaks_there_is_a_notice_whenever_something_came_up_and_only_then() => await Steps(mayBreak: false).Array[1, 12].SampleAsync(
        async steps =>
        {
            using var world = new World();
            var known = new Dictionary<string, Instant?>(StringComparer.Ordinal);
            foreach (var step in steps)
            {
                var told = world.Notices.Count;
                await world.PlayAsync(step);
                foreach (var over in known.Where(code => code.Value is { } gone && world.Now - gone >= Duration.FromHours(1)).Select(code => code.Key).ToList())
                    known.Remove(over);
                Assert.Equal(step.Codes.Except(known.Keys, StringComparer.Ordinal).Any() ? 1 : 0, world.Notices.Count - told);
                foreach (var code in known.Keys.Except(step.Codes, StringComparer.Ordinal).ToList())
                    known[code] ??= world.Now;
                foreach (var code in step.Codes)
                    known[code] = null;
            }
        },
        iter: 60,
        threads: 1);

    private void Break(string operation, string code = "AccessDeniedException") =>
        Aws.Faults.Add(call => call.Operation == operation ? LocalFault.Answer(code) : null);

    private sealed class World : HealthReportTest
    {
        private Instant _instant = At("01:00");

        public Instant Now => _instant;

        public Task PlayAsync(Step step)
        {
            _instant += Duration.FromMinutes(step.Minutes);
            if (step.IsNewProcess)
                Recycle();
            IsTopicBroken = step.IsTopicBroken;
            Aws.Faults.Clear();
            Aws.Faults.Add(call => (step.IsReadBroken && call.Operation == "GetItem") || (step.IsWriteBroken && call.Operation == "PutItem")
                ? LocalFault.Answer("AccessDeniedException")
                : null);
            return RunAsync(_instant, [.. step.Codes.Select(code => Warning(code))]);
        }
    }
}
